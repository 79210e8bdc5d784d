#!/bin/bash
# How many commands (proposals; one line each in a case of one's own) and pages a second sixteen people get, each with its durable log
# entry, beside the engine's own rate of durable single-row commits in the same run. Prints figures; the ratios count, not the numbers of
# one machine.
#
#   tests/long/throughput.sh [SECONDS]
set -euo pipefail
cd "$(dirname "$0")/../.."
seconds=${1:-10}

mkdir -p build
cmake --preset release >build/long.log
cmake --build --preset release --target proof_test lots >>build/long.log
export LOTS_PROOF_MILLISECONDS=$((seconds * 1000)) LOTS_TEST_REQUIRE_POSTGRES=1
scripts/postgres-for-tests run build/release/tests/proof/proof_test -tc="Sixteen people who write*,Sixteen people who read*" -d
