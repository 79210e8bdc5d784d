#pragma once

#include <string_view>
#include <vector>

namespace lots::test {

/// What an address is about beside its case. When the case has none of it the address does not exist for anybody.
enum class Thing {
    nothing,
    offer_to_ask,  // a decided offer: the asking has not begun
    asking,        // it has
    signatory,
    hindered_guardian,  // in none of the cases: possible only where a jurist has decided so
    answered_form,  // a signatory of a form
    own_form,       // a signatory's own sheet of a form; with `part` only one's own
    agency,         // of the municipality
    own_answer,     // a yes that can be taken back; with `part` only one's own
    forming_group,  // the group is not complete, so planning has not begun
    member,
    deputy,
    private_helper,           // who has not ended
    helper_to_sign,           // accepted, and the reservation is not signed
    goal,
    taken_out_goal,      // of the draft, and can be taken back
    commitment_to_write,   // with `part` only the own agency's
    taken_out_commitment,  // as commitment_to_write
    commitment_to_answer,  // waits for the yes of the one who promised; with `part` only one's own
    own_commitment,        // with `part` only one's own
    plan_version,
    avoided,             // a person or place to avoid
    meeting,
    meeting_to_cancel,
    locked_meeting,
    picture,             // what an agency told at a meeting
    suspicion,
    meeting_line,        // of attendance
    meeting_commitment,  // one to follow up at a meeting
    judged_goal,         // of a decided plan
    commitment_to_hand_over,
    file_of_social_services,
    emergency,           // the case was opened in one
    recommended_item,    // of the working group, that waits for social services' answer
};

/// How an address can be asked for.
enum class Verb { page, form, read, call };  // GET of a page or file; GET and POST of a page; GET and POST of the API

/// One address of the program and what the method asks of its reader, written apart from the route that serves it.
struct Address {
    /// who_leads: `part` is not enough, it is everybody's (settled 10). family: for the young person, guardians and helpers.
    /// signatories: for the young person and guardians. who_coordinate: for social services and coordinators.
    /// social_services: for those who work or decide there.
    enum class For { all, who_leads, family, signatories, who_coordinate, social_services };

    Verb verb;
    std::string_view pattern;
    std::string_view operation;  // of docs/access_vocabulary.md
    Thing thing = Thing::nothing;
    For whom = For::all;
};

/// Every address that needs a session. A new route is a line here too.
const std::vector<Address>& addresses();

}  // namespace lots::test
