#include "consent/routes.h"

#include "consent/commands.h"
#include "consent/commands_parts.h"
#include "consent/form_text.h"
#include "consent/pages.h"
#include "consent/pages_more.h"

namespace lots::consent {

using access::Operation;

void routes(web::Site& site)
{
    site.command(start_consent_command());
    site.command(judge_agencies_command());
    site.command(add_signatory_command());
    site.command(end_signatory_command());
    site.command(register_conversation_command());
    site.command(open_consent_command());
    site.command(register_answer_command());
    site.command(withdraw_consent_command());
    site.command(resume_case_command());
    site.command(describe_agency_command());
    site.command(hinder_guardian_command());
    site.command(end_hindrance_command());
    site.command(check_circumstances_command());
    site.command(give_information_command());
    site.command(collect_conversation_command());
    site.command(withdraw_follow_up_command());
    site.command(register_motivation_command());
    site.page("/arende/{case}/samtycken/inhamta", Operation::collect_consent, collection_page);
    site.data("/api/v1/cases/{case}/collection", Operation::collect_consent, "consent.api.collection", collection_json);
    site.page("/arende/{case}/samtycken/underskrivare/{signatory}/blankett", Operation::read_consent, sheet_page);
    site.page("/arende/{case}/samtycken", Operation::read_consent, consents_page);
    site.page("/arende/{case}/samtycke", Operation::read_consent_scope, scope_page);
    site.data("/api/v1/cases/{case}/consent", Operation::read_consent, "consent.api.consent", consents_json);
    site.data("/api/v1/cases/{case}/consent-scope", Operation::read_consent_scope, "consent.api.scope", scope_json);
}

}  // namespace lots::consent
