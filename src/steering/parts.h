#pragma once

#include <string>

#include "html/html.h"
#include "steering/figures.h"
#include "web/asked.h"

// The parts of Uppföljning, each with a sentence, a picture where there is one, and always a table.
namespace lots::steering {

/// "Uppföljning, tredje kvartalet 2026": the key says which sentence.
std::string quarter_words(const web::Asked& asked, MessageKey key, Quarter quarter);
/// The day in the middle and the goal, or that there are too few cases to tell.
std::string median_words(const web::Asked& asked, const Figures& figures);

/// The quarter of today and those before it, as links.
html::Html quarter_choice(const web::Asked& asked, Quarter now);
/// lifted   questions to the steering group without an answer
/// answers  whether the reader may open them
html::Html late_part(const web::Asked& asked, const Figures& figures, int lifted, bool answers);
html::Html flow_part(const web::Asked& asked, const Figures& figures);
html::Html days_part(const web::Asked& asked, const Figures& figures);
html::Html cases_part(const web::Asked& asked, const Figures& figures);
/// A breakdown by outcome: small groups are hidden for the steering group too (settled 31).
html::Html ended_part(const web::Asked& asked, const Figures& figures);

}  // namespace lots::steering
