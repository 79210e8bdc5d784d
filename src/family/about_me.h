#pragma once

#include <optional>
#include <vector>

#include "access/permit.h"
#include "html/components.h"
#include "meeting/meeting.h"
#include "note/note.h"
#include "plan/avoid.h"
#include "web/site.h"

// Det som står om mig (settled 21, 22): what the room holds about the young person, as the law lets this reader have it.
// Everything is asked for with a permit of its own: what access denies is not there, and the page reads the same whether or
// not there is more.
namespace lots::family {

struct AboutMe {
    std::vector<meeting::Meeting> minutes;       // those whose locked minutes the reader reads, by number
    std::vector<meeting::Picture> pictures;      // of a guardian those that were released to that guardian
    std::vector<meeting::Suspicion> suspicions;  // the same
    std::vector<note::Note> notes;               // addressed to the reader
    std::optional<note::YouthWords> words;       // the young person's own
    std::vector<plan::Avoided> avoided;          // for the young person alone (settled 24)
};
AboutMe about_me(const access::CasePermit& permit);

/// The young person and guardians. A private helper reads the own task, and nothing about somebody.
bool reads_about_me(access::Role role);
void add_about_me(web::Site& site);

}  // namespace lots::family
