#pragma once

#include "html/fixture_for_tests.h"

namespace lots::html::testing {

/// What the package's components say when nothing else is given.
Words package_words();

Html draw_back_link(Options&);
Html draw_breadcrumbs(Options&);
Html draw_button(Options&);
Html draw_character_count(Options&);
Html draw_checkboxes(Options&);
Html draw_date_input(Options&);
Html draw_details(Options&);
Html draw_error_message(Options&);
Html draw_error_summary(Options&);
Html draw_fieldset(Options&);
Html draw_file_upload(Options&);
Html draw_hint(Options&);
Html draw_input(Options&);
Html draw_inset_text(Options&);
Html draw_label(Options&);
Html draw_notification_banner(Options&);
Html draw_pagination(Options&);
Html draw_panel(Options&);
Html draw_password_input(Options&);
Html draw_radios(Options&);
Html draw_select(Options&);
Html draw_skip_link(Options&);
Html draw_summary_list(Options&);
Html draw_table(Options&);
Html draw_tag(Options&);
Html draw_textarea(Options&);
Html draw_warning_text(Options&);

}  // namespace lots::html::testing
