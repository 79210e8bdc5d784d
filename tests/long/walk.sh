#!/bin/bash
# Every address, for every person of the demo in every role, in every told case and none: all refusals of those who have no tie to the
# case too, of which ./test asks for every fourth. About eight minutes of two processors.
set -euo pipefail
cd "$(dirname "$0")/../.."
cmake --preset debug >build/long.log
cmake --build --preset debug --target proof_test >>build/long.log || { tail -n 30 build/long.log; exit 1; }
export LOTS_WALK_ALL=1 LOTS_TEST_REQUIRE_POSTGRES=1
scripts/postgres-for-tests run build/debug/tests/proof/proof_test -tc="Every address*"
