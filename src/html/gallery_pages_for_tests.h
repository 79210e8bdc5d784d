#pragma once

#include <string>
#include <vector>

#include "html/components.h"

/// For tests only: pages with every component in its states, after the wireframes. All people in them are invented.
namespace lots::html::testing {

struct GalleryPage {
    std::string file;
    Html html;
};

PageFrame staff_frame(const std::string& title);
Html case_page();
Html work_page();
Html form_page();
Html content_page();
Html youth_page();
std::vector<GalleryPage> gallery();

}  // namespace lots::html::testing
