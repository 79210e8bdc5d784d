#!/bin/bash
# Runs the fuzz targets of targets.txt, each for SECONDS, on its stored corpus: tests/fuzz/run.sh SECONDS [target...]
# Needs clang-16 and libclang-rt-16-dev; generated headers and the libraries NAME.a
# come from a build directory, LOTS_BUILD or build/debug. New finds of the run go to build/fuzz, never into the stored corpus; an input that
# breaks a promise is written to build/fuzz/NAME-crash-… and the script ends with 1. Put it into corpus/NAME/ with the repair.
set -eu
cd "$(dirname "$0")/../.."
seconds=${1:?seconds for each target}
case $seconds in *[!0-9]*) echo "$seconds is no number of seconds" >&2; exit 2 ;; esac
shift
here=tests/fuzz
out=${LOTS_FUZZ_DIR:-build/fuzz}
build=${LOTS_BUILD:-build/debug}
compiler="$(command -v ccache || true) ${LOTS_FUZZ_CXX:-clang++-16}"
flags="-std=c++20 -O1 -g1 -fno-omit-frame-pointer -fsanitize=fuzzer-no-link,address,undefined -fno-sanitize-recover=all -Isrc -I$here -I$build/generated"
mkdir -p "$out"

# Every source is compiled once, however many targets use it; as many at a time as there are processors.
source_of() { if [ -f "$1" ]; then echo "$1"; else echo "$here/$1"; fi; }
object_of() { echo "$out/$(source_of "$1" | tr / _).o"; }
chosen() { [ -z "$targets" ] || case " $targets " in *" $1 "*) ;; *) return 1 ;; esac; }
targets=$*
while IFS=: read -r name parts; do
    case $name in ''|'#'*) continue ;; esac
    chosen "$name" || continue
    for part in entry.cpp "$name.cpp" $parts; do
        case $part in -l*|*.a) continue ;; esac
        source=$(source_of "$part")
        object=$(object_of "$part")
        if [ ! -f "$object" ] || [ -n "$(find src tests/fuzz -name '*.h' -newer "$object" -print -quit)" ] || [ "$source" -nt "$object" ]; then
            echo "-c $source -o $object"
        fi
    done
done <"$here/targets.txt" | sort -u | xargs -r -P "$(nproc)" -L 1 $compiler $flags >&2

one() {
    local name=$1 parts=$2 part dictionary=""
    inputs="$(object_of entry.cpp) $(object_of "$name.cpp")"
    for part in $parts; do
        case $part in -l*) inputs="$inputs $part" ;; *.a) inputs="$inputs $build/$part" ;; *) inputs="$inputs $(object_of "$part")" ;; esac
    done
    # shellcheck disable=SC2086  # a list of file names without spaces
    ${LOTS_FUZZ_CXX:-clang++-16} -fuse-ld=lld -fsanitize=fuzzer,address,undefined $inputs -o "$out/$name" || { touch "$out/$name.broken"; return; }

    mkdir -p "$out/found/$name"
    [ ! -f "$here/$name.dict" ] || dictionary="-dict=$here/$name.dict"
    "$out/$name" -max_total_time="$seconds" -max_len=8192 -timeout=5 -rss_limit_mb=1024 -print_final_stats=1 $dictionary \
        -artifact_prefix="$out/$name-" "$out/found/$name" "$here/corpus/$name" >"$out/$name.log" 2>&1 </dev/null ||
        { touch "$out/$name.broken"; grep -v '^#' "$out/$name.log" | tail -n 30; }
    echo "$name: $seconds s, $(sed -n 's/^stat::number_of_executed_units: *//p' "$out/$name.log") inputs"
}

# As many at a time as there are processors.
rm -f "$out"/*.broken
while IFS=: read -r name parts; do
    case $name in ''|'#'*) continue ;; esac
    chosen "$name" || continue
    while [ "$(jobs -rp | wc -l)" -ge "$(nproc)" ]; do wait -n || true; done
    one "$name" "$parts" &
done <"$here/targets.txt"
wait

broken=$(cd "$out" && ls -- *.broken 2>/dev/null || true)
[ -z "$broken" ] || { echo "broken: $broken"; exit 1; }
