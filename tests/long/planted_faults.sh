#!/bin/bash
# Would the simulation notice? Eight faults are planted, one after another, in a copy of the sources; the simulated years run over each, and
# for each it says whether and how it was found. The work tree is not touched.
#
#   tests/long/planted_faults.sh [NUMBER…]      which of the eight; all without. LOTS_SIM_YEARS (3), LOTS_SIM_SEED (2) and LOTS_SIM_CASES (8) as usual;
#                                               LOTS_FAULT_MINUTES (30) is how long each may take
set -uo pipefail
cd "$(dirname "$0")/../.." || exit 1
here=$PWD
copy=$here/build/planted
export LOTS_SIM_YEARS=${LOTS_SIM_YEARS:-3} LOTS_SIM_SEED=${LOTS_SIM_SEED:-2} LOTS_SIM_CASES=${LOTS_SIM_CASES:-8}
export CCACHE_BASEDIR=$copy CCACHE_NOHASHDIR=1
chosen=("$@")
[ $# -gt 0 ] || chosen=(1 2 3 4 5 6 7 8)

# Number, what it is, the file, and what is done to it (sed -E).
fault()
{
    case $1 in
    1) what="a rule is dropped: a meeting may be called for a day that no consent covers"
       file=src/meeting/rules.cpp
       change='/^Decision may_call/,/^}/s/(guideline::within_term, )holds,/\1true,/' ;;
    2) what="a row of the access table is widened: a member of an agency reads on while the case rests"
       file=src/access/decide_reading.cpp
       change='s/when\(room_open\(f\), readers\.agency\)/when(room_kept(f), readers.agency)/' ;;
    3) what="the consent ends a day too late"
       file=src/consent/rules.cpp
       change='s/on <= consent\.last_day, Actor/on <= next_day(consent.last_day), Actor/' ;;
    4) what="a follow-up line may be left out when the minutes are locked"
       file=src/meeting/rules.cpp
       change='s/held\.followed_up\.contains\(commitment\), Actor/held.followed_up.contains(commitment) || true, Actor/' ;;
    5) what="a duty is lost: every third commitment stands on nobody's list"
       file=src/plan/rules.cpp
       change='s/if \(promise\.decided\)$/if (promise.decided \&\& promise.number % 3 != 0)/' ;;
    6) what="a log entry is missing: somebody who read what is not theirs"
       file=src/web/request.cpp
       change='/^http::Response RequestRunner::read/,/^}/s/(storage::Outcome\) \{ )write_log/\1if (entry.outcome != audit::Outcome::not_found) write_log/' ;;
    7) what="the clock: days are those of UTC and not of Stockholm"
       file=src/base/time.cpp
       change='/^Date local_day/s/offset_at\(at\)/seconds(0)/' ;;
    8) what="a projection is stale: duties are not reckoned anew when the case rests"
       file=src/app/after_command.cpp
       change='/^void after_command/,/^}/s/refresh_projections\(work, id\);/if (facts_now(work, id).state != access::CaseState::suspended) refresh_projections(work, id);/' ;;
    *) echo "there is no fault $1" >&2; exit 2 ;;
    esac
}

mkdir -p "$copy/tree" "$copy/logs"
git ls-files -z | tar --null -T - -c | tar -x -C "$copy/tree"
[ -e "$copy/tree/node_modules" ] || [ ! -e node_modules ] || ln -s "$here/node_modules" "$copy/tree/node_modules"
build()
{
    { [ -f "$copy/build/build.ninja" ] || cmake -S "$copy/tree" --preset debug -B "$copy/build"; } >"$copy/logs/build.log" 2>&1 &&
        cmake --build "$copy/build" --target sim_years_test >>"$copy/logs/build.log" 2>&1
}

# A fault may also make the years go on without end, which is neither found nor missed: 124 after the limit.
limit=${LOTS_FAULT_MINUTES:-30}
run() { (cd "$copy/tree" && timeout "${limit}m" "$copy/build/tests/sim/sim_years_test" -tc="Simulated years: no promise*") >"$copy/logs/$1.log" 2>&1; }

build || { tail -n 20 "$copy/logs/build.log"; exit 2; }
if [ "${UNCHANGED:-yes}" = yes ]; then
    run unchanged || { grep -m 5 -A 5 -E ' broken$|ERROR' "$copy/logs/unchanged.log"; echo "the years do not hold before any fault is planted"; exit 2; }
fi

missed=0
for number in "${chosen[@]}"; do
    fault "$number"
    sed -i -E "$change" "$copy/tree/$file"
    if cmp -s "$file" "$copy/tree/$file"; then
        echo "$number  NOT PLANTED  $what: $file reads otherwise by now"
        missed=$((missed + 1))
        continue
    fi
    if ! build; then
        echo "$number  DOES NOT BUILD  $what"
        grep -m 5 error "$copy/logs/build.log"
        missed=$((missed + 1))
    elif run "$number"; then
        echo "$number  MISSED  $what"
        missed=$((missed + 1))
    elif [ $? = 124 ]; then
        echo "$number  NO END WITHIN $limit MINUTES  $what"
        missed=$((missed + 1))
    else
        echo "$number  found   $what"
        # By which promises, how often each, and the first time.
        grep -oE '^[a-z][^:]*, 20[0-9T:.Z-]+: .*|threw exception: .*' "$copy/logs/$number.log" | sed -E 's/, 20[0-9T:.Z-]+:.*//' | sort | uniq -c | sed 's/^/      /'
        grep -m 1 -oE '^[a-z][^:]*, 20[0-9T:.Z-]+: .*' "$copy/logs/$number.log" | sed 's/^/      first: /'
    fi
    cp -p "$file" "$copy/tree/$file"
    touch "$copy/tree/$file"
done
echo "${#chosen[@]} faults planted, $missed missed"
[ "$missed" = 0 ]
