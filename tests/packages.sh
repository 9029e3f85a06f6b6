# Sourced by tests/run, examples/run and .ci/run: the packages that are needed, and how to build.

build_packages="g++ cmake ninja-build ccache libcli11-dev libyaml-cpp-dev libfmt-dev libhowardhinnant-date-dev doctest-dev
  nlohmann-json3-dev libutf8proc-dev libcsv-dev libical-dev tzdata"
test_packages="python3 python3-dateutil python3-jsonschema python3-yaml python3-icalendar khal git jq mandoc strace zsh fish pkg-config clang
  libclang-rt-14-dev dpkg-dev fakeroot lintian"

# Installs the packages of a Debian 12 machine that are missing; elsewhere says which they are.
need() {
    missing=
    if command -v dpkg-query >/dev/null 2>&1; then
        for package in "$@"; do
            case $(dpkg-query -W -f '${Status}' "$package" 2>/dev/null) in
                *"ok installed") ;;
                *) missing="$missing $package" ;;
            esac
        done
    fi
    debian=no
    [ -r /etc/os-release ] && grep -q '^ID=debian' /etc/os-release && grep -q '^VERSION_ID="12"' /etc/os-release && debian=yes
    [ $debian = yes ] && [ -z "$missing" ] && return
    if [ $debian = no ]; then
        if [ -z "$missing" ] && command -v dpkg-query >/dev/null 2>&1; then return; fi
        echo "This is not Debian 12. What is needed, by its Debian names:" "$@" >&2
        echo "Going on with what is there." >&2
        return
    fi
    as_root=
    if [ "$(id -u)" -ne 0 ]; then
        if ! command -v sudo >/dev/null 2>&1; then
            echo "These packages are missing, and only root can install them:$missing" >&2
            exit 1
        fi
        as_root=sudo
    fi
    echo "installing:$missing"
    $as_root apt-get update -qq
    $as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends $missing >/dev/null
}

# configure_and_build FOLDER CMAKE-OPTIONS…: quiet unless something is to be said.
configure_and_build() {
    folder=$1
    shift
    generator=
    [ -f "$folder/CMakeCache.txt" ] || generator="-G Ninja"
    cmake -S . -B "$folder" $generator "$@" >"${TMPDIR:-/tmp}/backops-configure.$$" 2>&1 || {
        cat "${TMPDIR:-/tmp}/backops-configure.$$" >&2
        rm -f "${TMPDIR:-/tmp}/backops-configure.$$"
        return 1
    }
    rm -f "${TMPDIR:-/tmp}/backops-configure.$$"
    cmake --build "$folder"
}
