#pragma once

#include <optional>
#include <string>
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
};

/// What was asked for: what the consent is about, in words.
struct Scope {
    std::string category, purpose, information_kinds, not_shared;
};

}  // namespace lots::consent
