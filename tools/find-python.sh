#!/bin/sh
# Prints the Python that the project is set up with: $PYTHON if given, else the one that .venv was made with, else the first
# usable one of python3.14 to python3.11 and python3. Where none is usable it says on standard error which command helps,
# and exits with 1.

usable='import sys
if sys.version_info < (3, 11): sys.exit(3)
import ensurepip, venv'

works() { command -v "$1" >/dev/null 2>&1 && "$1" -c "$usable" >/dev/null 2>&1; }

for candidate in ${PYTHON:-.venv/bin/python python3.14 python3.13 python3.12 python3.11 python3}; do
    if works "$candidate"; then
        command -v "$candidate"
        exit 0
    fi
done

found=
for candidate in ${PYTHON:-python3.14 python3.13 python3.12 python3.11 python3}; do
    if command -v "$candidate" >/dev/null 2>&1 && version=$("$candidate" -c 'import sys; print("%d.%d" % sys.version_info[:2])' 2>/dev/null); then
        found="$candidate $version"
        break
    fi
done

install="apt-get update && apt-get install -y python3 python3-venv"
if [ -z "$found" ]; then
    echo "Python 3.11 or newer is needed; ${PYTHON:-python3} was not found or does not run." >&2
else
    name=${found% *} version=${found##* }
    case $version in
        2.* | 3.[0-9] | 3.10) echo "Python 3.11 or newer is needed; $name is $version." >&2 ;;
        *)
            echo "$name ($version) cannot make virtual environments: its venv and ensurepip are missing." >&2
            install="apt-get update && apt-get install -y python$version-venv"
            ;;
    esac
fi
if [ "$(id -u)" != 0 ]; then
    if command -v sudo >/dev/null 2>&1; then install="sudo sh -c '$install'"; else install="su -c '$install'"; fi
fi
echo "On Debian or Ubuntu:  $install" >&2
echo "An interpreter elsewhere can be named:  make run PYTHON=/path/to/python3.12" >&2
exit 1
