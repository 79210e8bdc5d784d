#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "access/permit.h"
#include "messages/message.h"

namespace lots::cases {

/// What a step was taken with: the reason that was typed (empty: the reason that the step always has), and the values of its sentences.
struct Grounds {
    std::string why;
    std::vector<Arg> values;
};

/// Keeps the decision that a step is, where its own form asks for no four fields: they are the step's sentences in the catalogue
/// (cases.decided.<step>.what, .why, .how) in the language of the authority, with what was typed, and whoever took the step. It rests on
/// basis_of(step). `step` is a transition ("T6") or the name of another decision ("coordinator").
/// Our reading: these steps carry out a decision of social services (T2, T5, T10, T15, T17). The child's view and best interests stand in
/// that one and are not asked for again (settled 14).
RecordId add_step_decision(const access::CasePermit& permit, std::string_view step, const Grounds& grounds = {});

}  // namespace lots::cases
