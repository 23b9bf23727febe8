say
  go "Go."
