#include "organisation/local_words.h"

#include "organisation/profile.h"

namespace lots::organisation {

LocalWords local_words(access::Work& work)
{
    const auto profile = profile_of(work);
    return {profile.consent_word, as_heading(profile.consent_word), profile.plan_word, as_heading(profile.working_group_word)};
}

std::string as_heading(std::string word)
{
    if (word.empty()) return word;
    if (word[0] >= 'a' && word[0] <= 'z') word[0] = static_cast<char>(word[0] - 'a' + 'A');
    // In UTF-8 å, ä and ö are two bytes, and their capitals stand 32 places before them.
    for (const auto* letter : {"å", "ä", "ö"})
        if (word.starts_with(letter)) word[1] = static_cast<char>(static_cast<unsigned char>(word[1]) - 0x20);
    return word;
}

}  // namespace lots::organisation
