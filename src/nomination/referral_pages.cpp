#include "form/json_writer.h"
#include "nomination/pages.h"
#include "nomination/store.h"
#include "organisation/profile.h"

// Somebody who has turned 18: the person's own consent, or a telephone number, and never a name to anybody (S0-46 to S0-50).
namespace lots::nomination {

using access::Operation;
using namespace html::literals;

namespace {

std::string contact_of(access::Work& work, const web::Asked& asked)
{
    const auto contact = organisation::profile_of(work).referral_contact;
    return contact.empty() ? asked.say("nomination.over_18.no_contact") : contact;
}

}  // namespace

Result<web::View> over_18_page(access::Work& work, const web::Asked& asked)
{
    if (auto allowed = access::allow(work, Operation::propose); !allowed) return allowed.error();
    web::View view;
    view.title = asked.say("nomination.over_18.title");
    view.width = html::Width::reading;
    view.before_main = html::back_link(asked.words(), {.href = "/foresla"_url});
    view.main << html::heading(1, view.title) << html::paragraph(asked.say("nomination.over_18.lead"))
              << html::heading(2, asked.say("nomination.over_18.refer"))
              << html::paragraph(asked.say("nomination.over_18.refer_text"))
              << html::inset_text({.text = asked.say("nomination.over_18.slip", {{"contact", contact_of(work, asked)}})})
              << html::button({.text = asked.say("command.refer.title"), .href = "/foresla/hanvisa"_url})
              << html::paragraph(asked.say("nomination.over_18.count", {{"number", referrals_this_year(work)}}))
              << html::heading(2, asked.say("nomination.over_18.consent"))
              << html::paragraph(asked.say("nomination.over_18.consent_lead"))
              << html::inset_text({.text = asked.say("nomination.referral_consent.text")})
              << html::secondary_paragraph(asked.say("nomination.over_18.version", {{"version", referral_text_version}}));
    return view;
}

Result<std::string> referrals_json(access::Work& work, const web::Asked& asked)
{
    if (auto allowed = access::allow(work, Operation::propose); !allowed) return allowed.error();
    form::JsonWriter json;
    json.object()
        .pair("contact", contact_of(work, asked))
        .pair("consent_text", asked.say("nomination.referral_consent.text"))
        .pair("consent_text_version", referral_text_version)
        .pair("referrals_this_year", referrals_this_year(work));
    return json.end_object().take();
}

}  // namespace lots::nomination
