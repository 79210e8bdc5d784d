#!/bin/bash
# "An acknowledged write survives a crash": a hundred times (or as many as given) the served program is killed with -9 while four tell
# cases from proposal to closure, signed forms of several pieces among it, on SQLite and on PostgreSQL; afterwards everything
# acknowledged is there once, and nothing by half. Prints how many commands, and the time from start to first answer.
#
#   tests/long/crash.sh [CYCLES]
set -euo pipefail
cd "$(dirname "$0")/../.."
cycles=${1:-100}

mkdir -p build
cmake --preset release >build/long.log
cmake --build --preset release --target proof_test lots >>build/long.log
export LOTS_CRASH_CYCLES=$cycles LOTS_TEST_REQUIRE_POSTGRES=1
scripts/postgres-for-tests run build/release/tests/proof/proof_test -tc="What was acknowledged survives*" -d
