#pragma once

#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "audit/tree.h"
#include "base/random.h"
#include "vault/secret_key.h"

namespace lots::audit {

/// Who signs: what stands in "— name base64(key id || signature)". Source: C2SP signed-note, Ed25519 (type 0x01).
/// A name is not empty and has neither white space nor plus nor control characters.
bool may_be_key_name(std::string_view name);

/// The public half: "name+key id in hex+base64(0x01 || public key)".
class NoteVerifier {
public:
    /// None when it is not an Ed25519 verifier key, or its key id is not that of its name and key.
    static std::optional<NoteVerifier> parse(std::string_view vkey);

    const std::string& name() const { return name_; }
    std::string vkey() const;

    /// The text of a note (ending in a newline) that this key has signed. None when the note is not well formed, when no line
    /// is of this key, or when its signature does not hold. Lines of other keys are passed over, as the format demands.
    std::optional<std::string> open(std::string_view note) const;

private:
    friend class NoteSigner;
    NoteVerifier(std::string name, ByteSpan public_key);
    std::string name_;
    Bytes public_key_;  // 32 bytes
    Bytes key_id_;      // 4 bytes
};

/// The secret half, in locked memory. Its text form is the one of golang.org/x/mod/sumdb/note:
/// "PRIVATE+KEY+name+key id in hex+base64(0x01 || seed)".
class NoteSigner {
public:
    /// `seed` is kept; `name` must be one that may_be_key_name.
    NoteSigner(std::string_view name, std::unique_ptr<vault::SecretKey> seed);
    /// Throws std::runtime_error when the file is missing, readable by others or not such a key.
    static NoteSigner load(const std::filesystem::path& file);
    /// Writes the secret key, mode 0600, never over an existing file; durable when it returns.
    void save(const std::filesystem::path& file) const;

    const NoteVerifier& verifier() const { return verifier_; }
    /// The signed note. `text` is UTF-8 and ends in a newline.
    std::string sign(std::string_view text) const;

private:
    std::unique_ptr<vault::SecretKey> seed_;
    NoteVerifier verifier_;
};

/// The state of the log at one size. Source: C2SP tlog-checkpoint: origin, size in decimal, root in base64, one per line.
struct Checkpoint {
    std::string origin;
    std::uint64_t size = 0;
    Hash root{};

    std::string text() const;
    /// None unless well formed. Extension lines after the third are let through.
    static std::optional<Checkpoint> parse(std::string_view text);
};

}  // namespace lots::audit
