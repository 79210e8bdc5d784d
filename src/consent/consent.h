#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/id.h"
#include "base/time.h"
#include "consent/rules.h"

namespace lots::consent {

// What is kept about a consent, opened for somebody who may read it. What the rules need of it: rules.h.

struct KeptSignatory {
    SignatoryId id;
    int number = 0;
    SignatoryRole role = SignatoryRole::guardian;
    std::string name, personal_number, contact;
    std::string protected_identity, custody_source, language;
    Date custody_checked_on;
    std::optional<Date> ended_on;
    std::string end_reason;
};

struct KeptConversation {
    SignatoryId signatory;
    Date held_on;
    std::string way;
    bool told_purpose = false, told_withdrawal = false, told_police_duty = false;
    std::string interpreter, note;
    PersonId made_by;
    bool about_renewal = false, about_adulthood = false;
    std::string interpreter_way, interpreter_language;
    bool easy_read = false;

    bool is_talk() const { return way != "attempt"; }
    bool told_all() const { return told_purpose && told_withdrawal && told_police_duty; }
};

/// An answer with what stands on the paper. The newest of a signatory to a form counts.
struct KeptAnswer {
    int consent = 0;                      // number of the form
    SignatoryId signatory;
    std::string answer, follow_up_answer;
    Date signed_on;
    std::optional<FileId> file;
    std::string place, interpreter, original_kept_at, reason;
    PersonId verified_by;
    std::string interpreter_way, interpreter_language;
    bool easy_read = false, as_adult = false;
    std::string text_language;
};

/// What was asked for: what the consent is about, in words.
struct Scope {
    std::string category, purpose, information_kinds, not_shared;
};

/// What one agency gives and receives, and whom to ask there.
struct AgencyPart {
    AgencyId agency;
    std::string agency_name;
    std::string unit, role, contact;
    std::vector<std::string> gives, receives;  // codes of information_kinds
};

/// The kinds of information that a form names, in its order. Health only where a health agency takes part (edge 4.29); what an assessment
/// came to is social services' to tell (S1-12).
inline constexpr std::string_view information_kinds[] = {"school", "police", "social", "leisure", "work", "health", "assessment"};

/// A withdrawal as social services keep it: when it came, and when it was registered and sharing stopped.
struct KeptWithdrawal {
    int consent = 0;                      // number of the form
    SignatoryId signatory;
    std::string way;
    std::optional<Date> came_on;
    Instant registered_at;
};

/// That somebody got the information sheet (S0-59).
struct KeptInformation {
    SignatoryId signatory;
    std::string edition, way;             // of the sheet; on_paper, read_aloud
    Date given_on;
    PersonId given_by;
};

/// A talk by somebody of the group.
struct KeptMotivation {
    SignatoryId signatory;
    AgencyId agency;
    Date held_on;
    std::string way, note;
    PersonId made_by;
};

/// Somebody whom a collector is to ask. Of a protected person the role alone: social services ask (edge 4.5).
struct ToBeAsked {
    SignatoryId id;
    int number = 0;
    std::string name, contact, language;
    bool is_protected = false;
};

}  // namespace lots::consent
