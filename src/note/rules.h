#pragma once

#include <array>
#include <optional>
#include <string_view>

#include "base/time.h"
#include "guideline/decision.h"

namespace lots::note {

/// What the rules need to know of a note.
struct NoteFacts {
    bool third_party = false;
    bool read_by_family = false;          // the young person or a guardian is among the readers
    bool police_report = false;           // the police report what they did of their task
    bool commitment_of_police = false;    // the commitment that it rests on is the police's own
};

/// May this note be written? One that tells of somebody else is not addressed to the young person or a guardian. What the police do stands
/// in the plan: their report names that commitment. Our reading: what the guideline says of the plan and of new concern (S0-30) are
/// examples, so a note may name either or none.
/// returns `about`: "police_task" for the commitment of the police
/// source  guideline 4 (S0-28), settled 33; edge case 4.13
guideline::Decision may_write(const NoteFacts& note);

/// The paragraphs within which the police take part (S0-29), as an id of the dated references.
inline constexpr std::string_view police_law = "polislagen-2";

/// A ground on which something may be told outside the room.
struct Basis {
    std::string_view code;                // as forms and the API have it
    std::string_view law;                 // id of the legal reference; empty for the consent
    bool weighed = false;                 // it asks that what speaks for and against is weighed
    std::optional<int> below_years = {};  // of the young person, on the day
};
/// 10 kap. 15 a § is not among them: it is off until a jurist of the municipality enables it (settled 8).
inline constexpr std::array<Basis, 7> bases{{
    {"consent", ""},
    {"osl_10_2", "osl-10-2"},
    {"osl_10_18a", "osl-10-18a", true, 21},
    {"osl_10_21", "osl-10-21"},
    {"osl_10_23", "osl-10-23"},
    {"osl_10_28", "osl-10-28"},
    {"osl_26_9", "osl-26-9", true, 18},
}};
/// None for an unknown code.
std::optional<Basis> basis_of(std::string_view code);

struct DisclosureFacts {
    std::string_view basis;               // a code
    Date on, born;
    bool from_agency_named = false;
    bool consent_holds = false;           // on the day
    bool balancing_written = false;
    bool necessity_written = false;
};

/// May this be disclosed? Each disclosure has an agency that makes it and a ground that holds on its day. By law it is also said why it is
/// needed, with the weighing and within the age that the ground asks for. It never opens the room.
/// returns  `about`: the code of the ground, "age" for the age that it asks for, "necessity" and "balancing" for what is written
/// source   "Vad är det?" 1 (S1-07); law 7.2 and 7.3, edge case 4.19
guideline::Decision may_disclose(const DisclosureFacts& disclosure);

}  // namespace lots::note
