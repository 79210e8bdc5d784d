#pragma once

#include <vector>

#include "consent/pages_parts.h"

// Who is asked and what they have answered: the first part of the page Samtycken.
namespace lots::consent {

/// "Krävs: Alex + alla vårdnadshavare" and how many have said yes. Empty while nobody is listed.
html::Html required_line(const Page& page);
/// One row a person: the one thing to do next, and the rest behind "Fler val". Says why no link is sent while somebody has
/// not answered.
html::Html signatories_part(const Page& page);
/// The step of the whole page, and the rest behind "Fler val". Empty for who may do nothing.
html::Html next_step(const Page& page);
/// What is wanted now and then, behind "Fler val". about: read out after the words, for there are several on the page
html::Html folded(const web::Asked& asked, const std::string& about, const std::vector<html::Content>& links);

}  // namespace lots::consent
