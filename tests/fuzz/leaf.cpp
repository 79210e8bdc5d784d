// The entries of the log: only the canonical bytes are read.
#include "audit/leaf.h"

#include "fuzz.h"

void fuzz_one(std::string_view input)
{
    const auto leaf = lots::audit::read_leaf(lots::bytes_of(input));
    if (!leaf) return;
    promise(lots::audit::bytes_of_leaf(*leaf) == input, "an entry has one form");
}
