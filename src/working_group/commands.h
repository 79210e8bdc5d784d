#pragma once

#include "web/command.h"
#include "working_group/inputs.h"
#include "working_group/working_group.h"

namespace lots::working_group {

/// Social services call the working group to a meeting (S2-08).
web::Command<CallGroup> call_group_command();
/// A question about an area, on the agenda of a meeting (S2-10).
web::Command<AddAreaItem> add_area_item_command();
/// The meeting was held: who was there, how things are, what is done together. Its items are shown no more.
web::Command<EndMeeting> end_meeting_command();
web::Command<CallOff> call_off_command();
/// What the working group thinks of an item (S2-11), and who should contact the person (S2-12): for programs, one at a time.
web::Command<Recommend> recommend_command();
/// The same for the items of a meeting at once, from the page of the meeting.
web::Command<RecommendItems> recommend_items_command();

/// Social services write and approve what the working group is shown of a case (T3, S0-37).
web::Command<PrepareItem> prepare_item_command();
/// Social services follow the recommendation, or leave it with a reason (S2-11, S0-10).
web::Command<AnswerRecommendation> answer_recommendation_command();

}  // namespace lots::working_group
