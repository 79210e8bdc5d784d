#!/bin/bash
# A Debian that has never seen Lots: with git and a network, the clone alone must be enough. Makes a Debian 12 in a folder, clones this
# repository into it (what is committed), runs ./run --prepare and ./run there, asks the address for its first page, then runs ./test.
# Prints how long each took. Needs root and debootstrap; 6 GB and half an hour.
#
#   tests/long/fresh-debian.sh [FOLDER]     the folder is removed at the end unless KEEP=1; MIRROR= another mirror, PORT= another port,
#                                           TESTS=no without ./test
set -euo pipefail
cd "$(dirname "$0")/../.."
[ "$(id -u)" = 0 ] || { echo "fresh-debian: run as root" >&2; exit 1; }
command -v debootstrap >/dev/null || { echo "fresh-debian: install debootstrap" >&2; exit 1; }

# The mirror that this machine uses, if it says one.
mirror_of_host()
{
    local found
    found=$(cat /etc/apt/sources.list /etc/apt/sources.list.d/* 2>/dev/null | sed -nE 's/^(deb +(\[[^]]*\] +)?|URIs: *)(https?:[^ ]+).*/\3/p' |
        grep -v security | head -n 1)
    echo "${found:-http://deb.debian.org/debian}"
}
mirror=${MIRROR:-$(mirror_of_host)}
port=${PORT:-8190}
keep=${KEEP:-}
root=${1:-$(mktemp -d "${TMPDIR:-/tmp}/lots-debian-XXXXXX")}
mkdir -p "$root"
root=$(cd "$root" && pwd)
serving=

finish()
{
    [ -z "$serving" ] || { kill "$serving" 2>/dev/null || true; wait "$serving" 2>/dev/null || true; }
    for place in dev/pts dev/shm proc; do ! mountpoint -q "$root/$place" || umount -l "$root/$place"; done
    [ -n "$keep" ] || rm -rf --one-file-system -- "$root"
}
trap finish EXIT

took() { printf '%-28s %4d s\n' "$1" $((SECONDS - begun)); }
inside=(chroot "$root" env -i HOME=/root PATH=/usr/sbin:/usr/bin:/sbin:/bin LANG=C.UTF-8 DEBIAN_FRONTEND=noninteractive)
# A network that goes through a proxy of the machine's is taken along as it is.
for name in http_proxy https_proxy no_proxy HTTP_PROXY HTTPS_PROXY NO_PROXY; do
    [ -z "${!name:-}" ] || inside+=("$name=${!name}")
done

begun=$SECONDS
debootstrap --variant=minbase --include=git,ca-certificates bookworm "$root" "$mirror" >"$root.log" 2>&1 || { tail -n 20 "$root.log"; exit 1; }
cp /etc/resolv.conf "$root/etc/resolv.conf"
cp /etc/hosts "$root/etc/hosts"
# How this machine reaches its mirrors: settings of apt and npm, and certificates that it trusts.
find /etc/apt/apt.conf.d -type f -iname '*proxy*' -exec cp {} "$root/etc/apt/apt.conf.d/" \; 2>/dev/null || true
for file in /root/.npmrc /etc/npmrc; do [ ! -f "$file" ] || install -D -m 600 "$file" "$root$file"; done
if compgen -G '/usr/local/share/ca-certificates/*.crt' >/dev/null; then
    cp /usr/local/share/ca-certificates/*.crt "$root/usr/local/share/ca-certificates/"
    "${inside[@]}" update-ca-certificates >/dev/null
fi
mount -t proc proc "$root/proc"
mount -t devpts devpts "$root/dev/pts"
mkdir -p "$root/dev/shm"
mount -t tmpfs tmpfs "$root/dev/shm"
took "Debian 12"

begun=$SECONDS
git clone --quiet --no-hardlinks . "$root/root/lots"
took "clone"

begun=$SECONDS
"${inside[@]}" /root/lots/run --prepare
took "./run --prepare"

begun=$SECONDS
"${inside[@]}" env PORT="$port" /root/lots/run >"$root.serve.log" 2>&1 &
serving=$!
for _ in $(seq 600); do
    page=$(curl --silent --max-time 5 --noproxy '*' "http://127.0.0.1:$port/logga-in" || true)
    [ -z "$page" ] || break
    kill -0 "$serving" 2>/dev/null || break
    sleep 0.1
done
case "$page" in
*'<h1'*) took "./run to the first page" ;;
*) echo "no page at http://127.0.0.1:$port"; tail -n 20 "$root.serve.log"; exit 1 ;;
esac
kill "$serving"
wait "$serving" 2>/dev/null || true
serving=

if [ "${TESTS:-yes}" = yes ]; then
    begun=$SECONDS
    "${inside[@]}" /root/lots/test
    took "./test"
fi
