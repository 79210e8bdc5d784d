#pragma once

#include <optional>
#include <string>

#include "access/permit.h"
#include "cases/sealed.h"
#include "form/fields.h"

namespace lots::cases {

/// A file of a case: sealed in chunks under a key of its own.
struct Attachment {
    FileId id;
    int number = 0;          // its address: /arende/SIG-2026-014/filer/2
    std::string name, media_type;
    std::int64_t size = 0;
};

/// Keeps the file in that compartment of the case.
Attachment attach(const access::CasePermit& permit, Drawer drawer, const form::Upload& upload);
/// The file with its content, in a compartment that the permit covers; none otherwise.
struct AttachmentContent {
    Attachment file;
    std::string content;
};
std::optional<AttachmentContent> attachment(const access::CasePermit& permit, int number);
/// Without the content; by its id.
std::optional<Attachment> attachment_of(const access::CasePermit& permit, const FileId& id);

}  // namespace lots::cases
