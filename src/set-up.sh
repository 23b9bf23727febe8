# What ./run and tests/run share: packages, configuring, building. Sourced, with $top set.

# Everything Limber needs to be built and to run, by Debian's names.
build_packages="gcc libc6-dev cmake ninja-build pkg-config libsdl2-dev libsdl2-ttf-dev libsdl2-mixer-dev
 libstb-dev libwebp-dev zlib1g-dev libcminpack-dev flite1-dev libsndfile1-dev libmpg123-dev libsamplerate0-dev libsystemd-dev libsqlite3-dev
 libpocketsphinx-dev libsphinxbase-dev pocketsphinx-en-us fonts-inter"
# What only the tests need.
test_packages="libcmocka-dev xvfb dbus-daemon"

refuse() {
    echo "$1" >&2
    exit 3
}

missing_packages() {
    for package in "$@"; do
        dpkg-query -W -f='${db:Status-Status}' "$package" 2>/dev/null | grep -qx installed || printf ' %s' "$package"
    done
}

# Installs what is not there yet; asks for nothing when everything is.
need_packages() {
    command -v dpkg-query >/dev/null || refuse "limber: this is not Debian; install the packages named in src/set-up.sh by hand and build with cmake --preset default"
    missing=$(missing_packages "$@")
    [ -z "$missing" ] && return
    echo "limber: installing$missing" >&2
    as_root=
    if [ "$(id -u)" != 0 ]; then
        command -v sudo >/dev/null || refuse "limber: these packages are missing and there is no sudo; as root run: apt-get install$missing"
        as_root=sudo
    fi
    export DEBIAN_FRONTEND=noninteractive
    # shellcheck disable=SC2086 # the list is words
    { $as_root apt-get update -qq && $as_root apt-get install -y -qq --no-install-recommends $missing; } >"$set_up_log" 2>&1 ||
        { tail -5 "$set_up_log" >&2; refuse "limber: apt-get could not install$missing (all it said is in $set_up_log)"; }
}

# Configures and builds a preset; quiet unless something fails or it takes a while.
build() {
    echo "limber: building (the first time also draws every move, which takes a few minutes)" >&2
    { cmake -S "$top" --preset "$1" && cmake --build "$top/build/$1"; } >"$set_up_log" 2>&1 ||
        { tail -40 "$set_up_log" >&2; refuse "limber: the build failed (all it said is in $set_up_log)"; }
}

mkdir -p "$top/build" || refuse "limber: cannot write to $top/build; is the disk full or the folder read-only?"
set_up_log=$top/build/set-up.log
