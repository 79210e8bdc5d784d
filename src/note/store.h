#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "access/permit.h"
#include "note/note.h"

namespace lots::note {

/// By number, newest first: all of them for who leads the case, for the others those that are addressed to the reader, and what one's own
/// person wrote. Under a permit for read_notes.
std::vector<Note> notes(const access::CasePermit& permit);

/// The paragraphs within which a note of the police was written, as they read on the day that it tells of (S0-29). Empty for others.
std::string law_of(const Note& note);

/// The paragraph that a disclosure rests on, as it read on its day. Empty for one by consent.
std::string law_of(const Disclosure& disclosure);

struct NewNote {
    const WriteNote& written;
    std::optional<CommitmentId> commitment;
    std::vector<MembershipId> members;
    std::vector<SignatoryId> signatories;
};
/// Returns its number.
int add(const access::CasePermit& permit, const NewNote& note);

/// Newest first; social services' own.
std::vector<OutsideContact> contacts(const access::CasePermit& permit);
int add(const access::CasePermit& permit, const AddContact& contact);

/// Newest first; social services' own.
std::vector<Disclosure> disclosures(const access::CasePermit& permit);
int add(const access::CasePermit& permit, const Disclose& disclosure, const AgencyId& from, std::optional<int> consent);

/// Whether personal protection work goes on, and since when it is so; none when nothing was ever said (S1-58). Nothing else is kept of it.
struct Protection {
    bool goes_on = false;
    Instant since;
};
std::optional<Protection> protection(const access::CasePermit& permit);
void set_protection(const access::CasePermit& permit, bool goes_on);

/// The newest words, for the young person and the coordinator, and for whom the young person ticked; none otherwise, and none when nothing
/// was said. Under a permit that covers youth_words.
std::optional<YouthWords> youth_words(const access::CasePermit& permit);
void add_words(const access::CasePermit& permit, const WriteWords& words, const std::vector<MembershipId>& members);

}  // namespace lots::note
