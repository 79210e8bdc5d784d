#pragma once

#include <doctest/doctest.h>

#include "stories/stockholm_town.h"

// What every story of Stockholm begins with. For the stockholm_*_test.cpp alone: it opens namespaces for them.
using namespace lots;
using form::JsonWriter;
using lots::test::in_stockholm;
using lots::test::Missing;
using lots::test::monday;
using lots::test::StockholmTown;
using lots::test::Told;
