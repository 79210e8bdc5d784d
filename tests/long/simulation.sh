#!/bin/bash
# Two hundred years of a simulated municipality (or as many as given), and the promises looked at from outside on each day: twenty lives of
# ten years with the seeds 1 to 20, on SQLite, as many side by side as there are processors; then 150 days on both databases, which must
# come out the same. LOTS_SIM_CASES=8: twice as many proposals a year. The first line of what is broken names the day and the case; LOTS_SIM_SEED=… makes it happen again.
#
#   tests/long/simulation.sh [YEARS]
set -uo pipefail
cd "$(dirname "$0")/../.." || exit 1
years=${1:-200}

mkdir -p build/simulation
cmake --preset release >build/long.log || exit 1
cmake --build --preset release --target sim_years_test >>build/long.log || { tail -n 30 build/long.log; exit 1; }
program=build/release/tests/sim/sim_years_test
begun=$SECONDS

lives=$(((years + 9) / 10))
one_life()
{
    LOTS_SIM_YEARS=10 LOTS_SIM_SEED=$1 "$2" -tc="Simulated years: no promise*" >"build/simulation/$1.log" 2>&1
    local code=$?
    sed -n "s/^[0-9]* cases/seed $1: &/p" "build/simulation/$1.log"
    [ "$code" = 0 ] || { echo "seed $1: BROKEN, see build/simulation/$1.log"; grep -m 5 -A 5 -E ' broken$|ERROR' "build/simulation/$1.log"; }
    return "$code"
}
export -f one_life
seq "$lives" | xargs -P "$(nproc)" -I {} bash -c 'one_life {} '"$program"
code=$?

export LOTS_TEST_REQUIRE_POSTGRES=1
scripts/postgres-for-tests run "$program" -tc="*the same seed*" || code=1
echo "$((lives * 10)) simulated years in $((SECONDS - begun)) s: $([ "$code" = 0 ] && echo "no promise broken" || echo "BROKEN")"
[ "$code" = 0 ]
