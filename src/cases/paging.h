#pragma once

#include <string>

#include "form/json_writer.h"
#include "html/components.h"
#include "web/asked.h"

namespace lots::cases {

/// How many lines a list shows at a time.
inline constexpr int lines_a_page = 50;

/// Which part of a list is shown.
struct Part {
    int page = 1;   // from 1
    int pages = 1;
    int total = 0;  // lines in the whole list

    int skip() const { return (page - 1) * lines_a_page; }
};

/// The part that the request asks for (`name` is "sida" on pages and "page" in the API) of a list with so many lines. What is no page
/// is the first, and what lies after the last is the last: a list that grew shorter is no error.
Part part_asked(const web::Asked& asked, const std::string& name, int total);

/// "51–100 av 890" and the links to the other pages; nothing when the list has one page. `shown`: lines on this page.
html::Html paging(const web::Asked& asked, const Part& part, int shown, const html::Url& list);
/// "page", "pages", "total" and, while there is more, "next", in the object that is being written. `list`: "/api/v1/cases".
void write_paging(form::JsonWriter& json, const Part& part, const html::Url& list);

}  // namespace lots::cases
