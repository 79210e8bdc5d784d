#pragma once

#include "form/fields.h"
#include "working_group/inputs.h"
#include "working_group/working_group.h"

namespace lots::working_group {

// Lists: "groups" by code, "seats" and "meetings" by number, "agencies" by code. "named" holds something where the municipality lets a
// case be taken up by name; the API's description knows no municipality and has those questions.
void call_group_fields(form::Fields& form, CallGroup& input, const form::Choices& choices);
void add_area_item_fields(form::Fields& form, AddAreaItem& input, const form::Choices& choices);
void end_meeting_fields(form::Fields& form, EndMeeting& input, const form::Choices& choices);
void call_off_fields(form::Fields& form, CallOff& input, const form::Choices& choices);
/// The same for all items that wait, in one post: "items" by number at the meeting. Nothing is required of an item that
/// nobody spoke of.
void recommend_items_fields(form::Fields& form, RecommendItems& input, const form::Choices& choices);
/// The questions about one of them.
void advice_fields(form::Fields& row, ItemAdvice& one, const form::Options& agencies);
void recommend_fields(form::Fields& form, Recommend& input, const form::Choices& choices);
void prepare_item_fields(form::Fields& form, PrepareItem& input, const form::Choices& choices);
void answer_recommendation_fields(form::Fields& form, AnswerRecommendation& input, const form::Choices& choices);

}  // namespace lots::working_group
