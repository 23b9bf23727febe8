move mine "Mine"
