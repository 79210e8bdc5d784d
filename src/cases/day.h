#pragma once

#include <functional>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "access/permit.h"
#include "base/result.h"
#include "cases/lists.h"
#include "guideline/source.h"
#include "html/components.h"
#include "web/asked.h"

namespace lots::cases {

/// What a room says of one line on Min dag.
struct RowWords {
    std::string text = {};  // in place of the duty's own words; empty: those
    html::Html acts = {};   // what is done in the row: acts without fields, or the way to where it happens
    html::Url page = {};    // in place of the duty's own page; empty: that
    /// The last day that was missed, when the duty's own day is another: days late are counted from it.
    std::optional<Date> late_since = {};
};
using SayRow = std::function<RowWords(const access::CasePermit&, const DutyLine&, const web::Asked&)>;

/// Something to do that belongs to no case.
struct OutsideDuty {
    const guideline::Requirement* requirement;
    std::string text, about;
    html::Url page;
    Date last_day;
};

/// What rooms bring to Min dag. The page knows none of them; app puts this together.
struct DayRooms {
    /// By the `what` of duties. Made anew for each page, so that what was opened of a case is at hand for its other lines.
    std::function<std::map<std::string, SayRow>()> rows = {};
    /// A meeting of the day, for a reader who may know of it.
    std::function<std::optional<html::WorkItem>(const access::CasePermit&, int number, const web::Asked&)> meeting = {};
    std::vector<std::function<std::vector<OutsideDuty>(access::Work&, const web::Asked&)>> outside = {};
};

/// "Du har 7 saker att göra": the most urgent first, with what can be done at once.
Result<web::View> day_page(access::Work& work, const web::Asked& asked, const DayRooms& rooms);
/// What is begun from Min dag in a case that is chosen first: the buttons under the list.
html::Html beginning_buttons(const web::Asked& asked);
/// In which case: the way from Min dag to a call, a note or a consent.
Result<web::View> choose_page(access::Work& work, const web::Asked& asked);

/// The page of the case where it is done.
html::Url duty_url(const access::CasePermit& permit, const DutyLine& duty);
/// "Lås minnesanteckningarna från möte 3".
std::string duty_words(Language language, const DutyLine& duty);
/// Said to who may not do it themselves, when nobody is at work who may: that somebody has to be named. Nothing of what it is
/// about. Empty for all else.
std::string said_to_bystander(const DutyLine& duty, const web::Asked& asked);
/// "2 dagar försenat", or the last day.
std::string due_words(const web::Asked& asked, Date last_day);
/// "Varför?" with the rule behind it; nothing for a requirement that is not known any more.
html::Html duty_why(const web::Asked& asked, const std::string& requirement);

}  // namespace lots::cases
