#!/bin/sh
# Would a test notice if a rule went silent? Takes every finding of src/*/rules*.cpp in turn, once leaves it out and once calls it
# met whatever the facts, and runs the tests of the rules. What no test notices is listed and ends the script with 1, unless
# tests/mutation/accepted.txt gives a reason. The work tree is not touched: all changes lie in build/mutation.
#   tests/mutation/run.sh [-v]      -v also prints what was noticed, and by which test
# All variants are compiled into one program, which the environment tells what to leave out: one build, then a run for each.
set -eu
cd "$(dirname "$0")/../.."
here=tests/mutation
build=${LOTS_BUILD:-build/debug}
out=build/mutation
verbose=""
[ "${1:-}" != "-v" ] || verbose=yes

[ -f "$build/build.ninja" ] || cmake --preset debug -B "$build" >/dev/null
cmake --build "$build" --target lots_guideline >"$out.log" 2>&1 || { cat "$out.log"; exit 2; }

rm -rf "$out/src" "$out/include"
mkdir -p "$out/src" "$out/include/guideline" "$out/objects"
awk -f $here/marked_decision.awk src/guideline/decision.h >"$out/include/guideline/decision.h"
list=$out/findings.tsv
: >"$list"

compile="$(command -v ccache || true) ${CXX:-g++} -std=c++20 -O0 -w -D_GLIBCXX_ASSERTIONS -I$out/include -Isrc -Itests -I$build/generated"
objects=""
object_of() {
    object=$out/objects/$(echo "$1" | tr / _).o
    $compile -c "$1" -o "$object" || { echo "does not compile: $1"; exit 2; }
    objects="$objects $object"
}

number=1
for rules in src/*/rules*.cpp; do
    case $rules in
    *_test.cpp) object_of "$rules"; continue ;;
    esac
    mkdir -p "$out/$(dirname "$rules")"
    awk -v file="$rules" -v first="$number" -v list="$out/part.tsv" -f $here/mark.awk "$rules" >"$out/$rules"
    if [ -f "$out/part.tsv" ]; then
        cat "$out/part.tsv" >>"$list"
        number=$((number + $(wc -l <"$out/part.tsv")))
        rm "$out/part.tsv"
    fi
    object_of "$out/$rules"
done
object_of tests/support/main.cpp
libraries="$build/liblots_guideline.a $build/liblots_messages.a $build/liblots_base.a -licui18n -licuuc -licudata -ldate-tz"
${CXX:-g++} $objects $libraries -o "$out/rules_test"

if ! "$out/rules_test" --minimal=true >"$out/unchanged.log" 2>&1; then
    tail -n 40 "$out/unchanged.log"
    echo "the tests of the rules fail before anything is left out"
    exit 2
fi

accepted() { grep -qE "^$1[[:space:]]" $here/accepted.txt 2>/dev/null; }
tried=0
survived=0
excused=0
: >"$out/survivors.txt"
try() {  # variable, what it does, number, place, requirement, which of them
    tried=$((tried + 1))
    if ! env "$1=$3" "$out/rules_test" --abort-after=1 >"$out/run.log" 2>&1; then
        [ -z "$verbose" ] || echo "noticed   $4 $5 $2: $(sed -n 's/^TEST CASE: *//p' "$out/run.log" | head -n 1)"
        return
    fi
    name="${4%:*} $5#$6 $2"
    if accepted "$name"; then
        excused=$((excused + 1))
        echo "$name" >>"$out/excused.txt"
        return
    fi
    survived=$((survived + 1))
    echo "SURVIVED  $4 $5 $2   ($name)" | tee -a "$out/survivors.txt"
}

: >"$out/excused.txt"
while IFS="$(printf '\t')" read -r id kind place requirement which; do
    try LOTS_LEAVE_OUT left-out "$id" "$place" "$requirement" "$which"
    [ "$kind" != look ] || try LOTS_ALWAYS_MET always-met "$id" "$place" "$requirement" "$which"
done <"$list"

# An excuse that nothing needs any more goes.
stale=0
if [ -f $here/accepted.txt ]; then
    while read -r file finding what reason; do
        case $file in ''|'#'*) continue ;; esac
        [ -n "$reason" ] || { echo "no reason: $file $finding $what"; stale=1; }
        grep -qxF "$file $finding $what" "$out/excused.txt" || { echo "not needed any more: $file $finding $what"; stale=1; }
    done <$here/accepted.txt
fi

echo "rules: $((number - 1)) findings, $tried changes tried, $((tried - survived - excused)) noticed, $excused accepted, $survived survived"
[ "$survived" = 0 ] && [ "$stale" = 0 ]
