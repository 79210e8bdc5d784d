#pragma once

#include <array>
#include <string>
#include <string_view>
#include <vector>

#include "access/permit.h"
#include "form/fields.h"
#include "guideline/decision.h"
#include "html/components.h"
#include "web/asked.h"
#include "web/command.h"

// Persons and places to avoid (settled 24). Police, social services and the young person read and write them: never a guardian, never the
// rest of the group, and never the printed plan.
namespace lots::plan {

inline constexpr std::array<std::string_view, 2> avoid_kinds{"person", "place"};

struct Avoided {
    RecordId id;
    int number = 0;                        // in the case
    std::string kind, text;
    Instant made_at;
    PersonId made_by;
};
/// Those that hold, by number.
std::vector<Avoided> avoided(const access::Permit<access::Operation::read_plan_avoid>& permit);
/// Returns its number.
int add_avoid(const access::Permit<access::Operation::read_plan_avoid>& permit, std::string_view kind, std::string_view text);
void end_avoid(const access::Permit<access::Operation::read_plan_avoid>& permit, const Avoided& one);

struct WriteAvoid {
    std::string case_number, kind, text;
};
struct TakeAwayAvoid {
    std::string case_number, number;
};
void write_avoid_fields(form::Fields& form, WriteAvoid& input, const form::Choices& choices);
void take_away_avoid_fields(form::Fields& form, TakeAwayAvoid& input, const form::Choices& choices);
web::Command<WriteAvoid> write_avoid_command();
/// It no longer holds. What was written is kept with the case until that is disposed of.
web::Command<TakeAwayAvoid> take_away_avoid_command();

Result<web::View> avoid_page(access::Work& work, const web::Asked& asked);
Result<std::string> avoid_json(access::Work& work, const web::Asked& asked);
/// On the plan's page, for who may read it: a link and no content, so that the plan can be printed and shown.
html::Html avoid_link(const access::CasePermit& permit, const web::Asked& asked);
/// May this reader take it away now?
guideline::Decision take_away_decision(const access::CasePermit& permit, const Avoided& one);

}  // namespace lots::plan
