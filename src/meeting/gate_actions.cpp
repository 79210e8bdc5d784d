#include "meeting/gate_actions.h"

#include <array>
#include <string>

#include "cases/gate_actions.h"
#include "guideline/requirements.h"

namespace lots::meeting {

using access::Answer;
using access::Compartment;
using access::Operation;
using cases::Mend;

namespace {

constexpr auto room = Compartment::room;
constexpr auto file = Compartment::social_services;
constexpr auto hold = Operation::hold_meeting;

constexpr std::array of_call{
    Mend{&guideline::within_term, "*", Operation::prepare_consent, file, "command.open_consent.title", "samtycken/blankett"},
    Mend{&guideline::consent_names_agency, "*", Operation::prepare_consent, file, "command.open_consent.title",
         "samtycken/blankett"},
    Mend{&guideline::agencies_take_part, "*", Operation::form_group, room, "command.add_member.title", "deltagare/lagg-till",
         Answer::yes},
};

// Whether the consent held on the day of the meeting is not to be mended; that it was asked about is.
constexpr std::array of_lock{
    Mend{&guideline::attendance_noted, "#", hold, room, "command.attendance.title", "moten/{here}/narvaro/{number}"},
    Mend{&guideline::every_commitment_followed_up, "#", hold, room, "meeting.follow_up.do",
         "moten/{here}/uppfoljning/{number}"},
    Mend{&guideline::minutes_written, "*", hold, room, "command.minutes.title", "moten/{here}/minnesanteckningar"},
    Mend{&guideline::within_term, "asked", hold, room, "command.minutes.title", "moten/{here}/minnesanteckningar"},
    Mend{&guideline::two_roles_told, "*", hold, room, "command.minutes.title", "moten/{here}/minnesanteckningar"},
    Mend{&guideline::closure_question_asked, "*", hold, room, "command.minutes.title", "moten/{here}/minnesanteckningar"},
    Mend{&guideline::four_fields, "decisions", hold, room, "command.decide_at_meeting.title", "moten/{here}/beslut"},
    Mend{&guideline::next_meeting_set, "*", Operation::call_meeting, room, "command.call_meeting.title", "kalla"},
};

}  // namespace

web::ActionsFor actions_of_call(const access::CasePermit& permit, Language language)
{
    return cases::actions_of(permit, language, of_call);
}

web::ActionsFor actions_of_lock(const access::CasePermit& permit, Language language, const Meeting& meeting)
{
    return cases::actions_of(permit, language, of_lock, std::to_string(meeting.number));
}

}  // namespace lots::meeting
