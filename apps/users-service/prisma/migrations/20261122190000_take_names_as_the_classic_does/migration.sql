-- The rules as the contract has them by now: usernames take the letters of all scripts, addresses are what a browser takes.
-- What Unicode has not assigned yet is for the application to refuse, by its newer tables. "." and "..", which nobody may
-- take any more, and an address whose domain has a part that ends in "-" were taken once, and stay.
ALTER TABLE "users"
    DROP CONSTRAINT "users_username_check",
    DROP CONSTRAINT "users_email_check",
    ADD CONSTRAINT "users_username_check" CHECK (
        char_length("username") BETWEEN 1 AND 25
        AND "username" IS NFC NORMALIZED
        AND "username" !~ '^ | $|[/\\?#%]'
        -- White space but for the plain blank, and what is not seen: control, format and private characters.
        AND "username" !~ '[\u0001-\u001F\u007F-\u00A0\u00AD\u0600-\u0605\u061C\u06DD\u070F\u0890\u0891\u08E2\u1680\u180E\u2000-\u200F\u2028-\u202F\u205F-\u2064\u2066-\u206F\u3000\uE000-\uF8FF\uFEFF\uFFF9-\uFFFB]'
        AND "username" !~ '[\U000110BD\U000110CD\U00013430-\U0001343F\U0001BCA0-\U0001BCA3\U0001D173-\U0001D17A\U000E0001\U000E0020-\U000E007F\U000F0000-\U0010FFFF]'
    ),
    ADD CONSTRAINT "users_email_check" CHECK (
        char_length("email") BETWEEN 6 AND 60
        AND "email" ~ '^[a-zA-Z0-9.!#$%&''*+/=?^_`{|}~-]+@[a-zA-Z0-9][a-zA-Z0-9-]*([.][a-zA-Z0-9][a-zA-Z0-9-]*)*$'
    );
