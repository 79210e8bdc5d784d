#pragma once

#include <string>

#include "http/message.h"
#include "web/asked.h"
#include "web/services.h"
#include "web/session.h"

namespace lots::web {

/// Pages of errors and everything else that the site draws around a view.
class Frame {
    const Services& services_;
    std::function<std::vector<html::NavigationItem>(access::Work&, const std::string&)> navigation_;
    std::function<html::Url(const std::string&)> family_address_;

public:
    explicit Frame(const Services& services) : services_(services) {}
    void navigation(std::function<std::vector<html::NavigationItem>(access::Work&, const std::string&)> items)
    {
        navigation_ = std::move(items);
    }
    /// The main navigation of the reader on that path, from the snapshot that the page is made of.
    std::vector<html::NavigationItem> navigation_of(access::Work& work, const std::string& path) const
    {
        return navigation_ ? navigation_(work, path) : std::vector<html::NavigationItem>{};
    }

    void lead_family(std::function<html::Url(const std::string&)> address) { family_address_ = std::move(address); }
    /// Where the family reads what staff read at that path. Empty where they have no page of their own.
    html::Url family_address(const std::string& path) const { return family_address_ ? family_address_(path) : html::Url(); }

    /// `session` null: a page without a reader.
    http::Response draw(const http::Request& request, View view, const SignedIn* session, const std::string& fresh_key) const;

    /// The page for an error status. 404 is the same, byte for byte, whether something does not exist or is not the reader's.
    View error_view(Language language, int status, const std::string& request_id) const;
};

}  // namespace lots::web
