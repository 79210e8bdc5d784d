#pragma once

#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "access/permit.h"
#include "form/fields.h"
#include "web/command.h"

namespace lots::closure {

// What the young person, a guardian or an agency says of how it is and how the work was (docs/method/fields.md 3.9).
// Voluntary: no question has to be answered, and nothing depends on it. Research is asked about apart (S1-69).

inline constexpr std::array<std::string_view, 3> occasions{"start", "half_year", "end"};
inline constexpr std::array<std::string_view, 3> respondents{"youth", "guardian", "agency"};

struct FillSurvey {
    std::string case_number, occasion, respondent;
    std::optional<int> attendance, adults;  // percent; how many grown-ups there are to turn to (S3-10)
    std::string occupation, housing, leisure, company, crime, substances;
    std::string parents, heard, understandable, kept_promises, speed;  // 1 to 5
};

/// One that was filled in: question and answer, those that were answered.
struct Survey {
    std::string occasion, respondent;
    Date answered_on;
    std::vector<std::pair<std::string, std::string>> answers;
};
/// Oldest first. With `part` the young person's or the guardians' own.
std::vector<Survey> surveys(const access::CasePermit& permit);

/// Social services write down what was answered.
web::Command<FillSurvey> fill_survey_command();
Result<web::View> surveys_page(access::Work& work, const web::Asked& asked);
Result<std::string> surveys_json(access::Work& work, const web::Asked& asked);

}  // namespace lots::closure
