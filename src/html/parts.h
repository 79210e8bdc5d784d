#pragma once

#include <string>
#include <string_view>

#include "html/html.h"

/// Inside the room only: what several components draw the same way.
namespace lots::html {

/// "govuk-tag" and the extra classes, one space between.
inline std::string class_list(std::string_view base, std::string_view extra)
{
    std::string list(base);
    if (!extra.empty()) list.append(1, ' ').append(extra);
    return list;
}

/// " class", and " id" when there is one.
inline AttributeView class_attr(const std::string& list) { return attr("class", list); }

/// A list of ids for aria-describedby.
inline void describe(std::string& ids, std::string_view id)
{
    if (!ids.empty()) ids.append(1, ' ');
    ids.append(id);
}

/// <h1> … <h6>. Levels outside are a Bug.
void open_heading(Html& out, int level, std::string_view classes, std::string_view id = {});
void close_heading(Html& out, int level);

}  // namespace lots::html
