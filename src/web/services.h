#pragma once

#include <chrono>
#include <functional>
#include <string>
#include <vector>

#include "access/work.h"
#include "audit/log.h"
#include "base/random.h"
#include "base/time.h"
#include "html/page.h"
#include "storage/store.h"
#include "vault/vault.h"

namespace lots::web {

/// What the program lends to every request. Lives as long as the server.
struct Services {
    storage::Store& data;
    vault::Vault& vault;
    audit::Log& log;
    Random& random;
    const Clock& clock;
    MunicipalityId municipality;          // the one that this address belongs to
    std::string municipality_name;
    std::string support;                  // whom to contact when something goes wrong: "it-stöd, 010-000 00 00"
    bool invented;                        // a demo or test: said on every page
    std::string origin;                   // "http://127.0.0.1:8080", for the Origin check; empty: taken from Host
    std::chrono::minutes idle_staff{30}, idle_youth{15};
    std::chrono::hours longest_session{12};
    /// Called in the unit of work of every command that was carried out, with the cases that it was about: duties and heads follow.
    std::function<void(access::Work&, const std::vector<CaseId>&)> after_command = {};
    std::function<void(const std::string&)> note = {};  // the technical log: request id, route pattern, status; no personal data
};

}  // namespace lots::web
