#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "http/message.h"

namespace lots::http {

/// A file of a multipart form, as it came. Neither its name nor its type is to be trusted: check the content.
struct UploadedFile {
    std::string name;          // of the form field
    std::string filename;      // UTF-8; may hold anything but control characters; never to be used as a path
    std::string content_type;  // lower case, without parameters; "application/octet-stream" when not given
    std::string content;
};

/// What a form sent, in order. Text is UTF-8 without control characters other than tab and line breaks; line breaks are as
/// the browser sent them (CRLF). A form is not thrown away for a pasted character: `unreadable` names the fields and files
/// whose text, or file name, was not such text or too long a name, and what stands there is what is left of it.
struct FormData {
    Pairs fields;
    std::vector<UploadedFile> files;
    std::vector<std::string> unreadable = {};

    bool is_unreadable(std::string_view name) const;

    /// The first value of that field, or null.
    const std::string* field(std::string_view name) const { return find(fields, name); }
    /// The first file of that field, or null. A file field left empty gives none.
    const UploadedFile* file(std::string_view name) const;
};

/// Why a form could not be read. All of them are answers to a broken client, so none has words for people.
enum class FormProblem { not_a_form, malformed, too_many_fields, not_text, too_long };

struct FormLimits {
    std::size_t fields_max = 1000;
    std::size_t files_max = 20;
    std::size_t name_bytes_max = 200;            // of a field; a file's name that is longer is cut
    std::size_t field_bytes_max = 1024 * 1024;   // of one text value
    std::size_t part_head_bytes_max = 4 * 1024;  // multipart: the headers of one part
};

/// application/x-www-form-urlencoded, strictly: broken escapes, bytes that are not UTF-8, NUL and control characters are
/// refused, and so are names without a text. An empty text is no pairs. For the query of an address; parse_form reads forms.
Result<Pairs, FormProblem> parse_urlencoded(std::string_view text, std::size_t pairs_max);

/// application/x-www-form-urlencoded as a form sends it: values that are not text are named in `unreadable`.
Result<FormData, FormProblem> parse_urlencoded_form(std::string_view text, const FormLimits& limits = {});

/// multipart/form-data (RFC 7578) with the boundary of the Content-Type. Refused: a missing closing boundary, anything
/// before the first or after the last, parts without a name, doubled or unknown part headers, a transfer encoding, nested
/// multiparts, an extended file name (filename*).
Result<FormData, FormProblem> parse_multipart(std::string_view body, std::string_view boundary,
                                              const FormLimits& limits = {});

/// The boundary of "multipart/form-data; boundary=…" (plain or quoted; 1-70 characters of RFC 2046 5.1.1, not ending in a
/// space). Empty when the type is another or there is not exactly one boundary.
std::string boundary_of(std::string_view content_type);

/// The form of a request, by its Content-Type: one of the two above, charset UTF-8 or none. `not_a_form` otherwise.
Result<FormData, FormProblem> parse_form(const Request& request, const FormLimits& limits = {});

}  // namespace lots::http
