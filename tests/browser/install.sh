#!/bin/sh
# Puts Chromium on the machine for the browser test, where it is missing and can be had.
command -v chromium >/dev/null 2>&1 && exit 0
if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null 2>&1; then
    echo "installing chromium for the browser test (once)"
    apt-get update -qq >/dev/null && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends chromium >/dev/null && exit 0
fi
echo "chromium is not on this machine: the browser test will say that it was left out. Install chromium to run it." >&2
exit 0
