#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "consent/inputs_parts.h"
#include "consent/pages_parts.h"

// The information sheet (S0-59): what the group is, and that the police both help and must investigate. In plain words,
// printed with the form, with a receipt.
namespace lots::consent {

/// Of the sheet's text. A receipt says which one the person got, so it changes with the words.
inline constexpr std::string_view information_edition = "2026-11";

/// To whom the sheet speaks: a young person whose guardians are asked too, one of 18 or more, or a guardian.
enum class InformationFor { youth, adult, guardian };
InformationFor information_for(const Facts& facts, const Signatory& signatory, Date on);
/// Those among the ones who must sign, each once.
std::vector<InformationFor> readers_of_information(const Facts& facts, Date on);

std::string information_title(Language language, InformationFor reader);
/// The sheet, `agencies` being those who would work together.
html::Html information_sheet(Language language, InformationFor reader, const std::string& agencies);
/// A form that is still to be signed has lines to fill in by hand; for who has answered it, it is only to be read.
enum class Paper { to_sign, answered };
/// The receipt on the form: what is registered. With nothing registered there is none on a form that is answered.
html::Html information_receipt(const access::CasePermit& permit, const web::Asked& asked, const SignatoryId& signatory,
                               Paper paper);
/// Who got the sheet, which day, by whom: for social services.
html::Html information_list(const Page& page);

void add_information(const access::CasePermit& permit, const SignatoryId& signatory, const GiveInformation& given,
                     const PersonId& given_by);
/// By day, newest first; of a signatory the own alone.
std::vector<KeptInformation> information_given(const access::CasePermit& permit);

}  // namespace lots::consent
