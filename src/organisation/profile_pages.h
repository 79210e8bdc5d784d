#pragma once

#include <string>
#include <string_view>

#include "access/permit.h"
#include "html/components.h"
#include "organisation/setting_about.h"
#include "web/asked.h"

namespace lots::organisation {

html::Url profile_url();

/// NotFound when the reader does not set the municipality's profile (rules.h: sets_profile).
Result<Done> may_set_profile(access::Work& work);

/// The word of a coded choice: "SAVRY". A choice that is a word itself is its own.
std::string choice_words(Language language, std::string_view code);
/// What the setting is called, what it affects, who may change it, and what holds now.
html::Html setting_part(access::Work& work, const web::Asked& asked, const SettingAbout& about);

/// Every setting of the method profile with its value, and below what holds in the whole country.
Result<web::View> profile_page(access::Work& work, const web::Asked& asked);
Result<std::string> profile_json(access::Work& work, const web::Asked& asked);
/// Who changed what, when and by which decision.
Result<web::View> profile_history_page(access::Work& work, const web::Asked& asked);
Result<std::string> profile_history_json(access::Work& work, const web::Asked& asked);

}  // namespace lots::organisation
