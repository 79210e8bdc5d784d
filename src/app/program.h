#pragma once

#include <functional>
#include <memory>
#include <string>

#include "app/house.h"
#include "web/sign_in_password.h"
#include "web/site.h"

namespace lots::app {

/// The whole program over an opened data directory: all addresses, ready to answer. Needs no network.
class Program {
    std::unique_ptr<web::PasswordHasher> hasher_ = std::make_unique<web::PasswordHasher>();
    std::unique_ptr<web::Site> site_;

public:
    /// `house` and `clock` must outlive it. `note` gets the technical log's lines.
    Program(const House& house, const Municipality& here, const Clock& clock, std::function<void(const std::string&)> note = {});

    web::Site& site() { return *site_; }
    web::PasswordHasher& hasher() { return *hasher_; }
};

}  // namespace lots::app
