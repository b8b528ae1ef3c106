// Generated from the contract by `npm run generate`. Never edited by hand.

export interface paths {
    "/api/v1/events": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List events
         * @description Newest first. Filters combine with each other; `type` may be given several times.
         *
         *     With `order=asc` the oldest come first, and the log can be followed: `next_cursor` is never
         *     `null`, and `has_more` is `false` where the log ends. Keep the cursor and ask with it again: the
         *     answer is what has been committed since, each event once and none left out, whoever writes at
         *     the same time. That holds for an empty page as well, and the cursor also moves past what the
         *     filters leave out, so asking again stays cheap.
         *
         *     A cursor belongs to its `type`s (in any order), `since`, `until` and `order` as they were given
         *     for the first page; with others it is `400 invalid_request`. Only `limit` may change.
         */
        get: operations["listEvents"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/file-areas": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List file areas
         * @description In the order that administrators have given them. Archived ones, which take no new
         *     files, are listed with `archived=true`, and then alone.
         */
        get: operations["listFileAreas"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/file-areas/{slug}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The area's slug.
                 * @example manuals
                 */
                slug: components["parameters"]["FileAreaSlug"];
            };
            cookie?: never;
        };
        /**
         * Get a file area
         * @description Archived or not.
         */
        get: operations["getFileArea"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/files": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List files
         * @description Newest first. Only approved files; quarantined ones are never shown.
         */
        get: operations["listFiles"];
        put?: never;
        /**
         * Upload a file
         * @description Takes at most 50 MiB, unless the installation says otherwise; more is
         *     `413 payload_too_large`, no bytes at all `422 validation_failed` with `empty`. `mime_type` is
         *     what the bytes are, whatever the name or the form says, and every kind of them is taken: a
         *     download is an attachment that no browser runs. Only a program is refused, with `program`, where
         *     the area takes none. The bytes are kept as they are, what a picture says of its making included.
         *     The file is quarantined until it was scanned; then it gets its event and is listed, or it is
         *     rejected. The uploader is the member who minted the key, unless `uploader_id` names another.
         *     Counts in the rate class `uploads`, too, for which the tenant may set a limit.
         */
        post: operations["createFile"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/files/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The file's id.
                 * @example 77
                 */
                id: components["parameters"]["FileId"];
            };
            cookie?: never;
        };
        /**
         * Get a file
         * @description What is known of it; its bytes are at `/content`.
         */
        get: operations["getFile"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/files/{id}/delete": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The file's id.
                 * @example 77
                 */
                id: components["parameters"]["FileId"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Delete a file
         * @description By its uploader or a moderator. Nobody can download it any more; its bytes are removed after
         *     30 days, and until then it can be restored. Deleting a deleted file changes nothing.
         */
        post: operations["deleteFile"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/files/{id}/restore": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The id of the removed file.
                 * @example 78
                 */
                id: components["parameters"]["RemovedFileId"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Restore a deleted file
         * @description What its uploader has deleted is restored by the uploader; what a moderator has removed, by
         *     whichever operation, by a moderator whose role is above the uploader's. The file is listed and
         *     counted as it was. One that is not deleted, or was more than 30 days ago, is `409 conflict`.
         */
        post: operations["restoreFile"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/files/{id}/content": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The file's id.
                 * @example 77
                 */
                id: components["parameters"]["FileId"];
            };
            cookie?: never;
        };
        /**
         * Download a file
         * @description The bytes, as an attachment under the file's name. One range of them may be asked for with
         *     `Range`; several at once get the whole file. Counts in `download_count` unless it goes on with
         *     a download that has begun.
         */
        get: operations["downloadFile"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/forums": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List forums
         * @description In the order that administrators have given them. Archived ones, which take no new
         *     threads and replies, are listed with `archived=true`, and then alone.
         */
        get: operations["listForums"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/forums/{slug}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The forum's slug.
                 * @example atari-2600
                 */
                slug: components["parameters"]["ForumSlug"];
            };
            cookie?: never;
        };
        /**
         * Get a forum
         * @description Archived or not.
         */
        get: operations["getForum"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/listing-categories": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List listing categories
         * @description In the order that administrators have given them. Archived ones, which take no new
         *     listings, are listed with `archived=true`, and then alone.
         */
        get: operations["listListingCategories"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/listing-categories/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The listing category's id.
                 * @example 6
                 */
                id: components["parameters"]["ListingCategoryId"];
            };
            cookie?: never;
        };
        /**
         * Get a listing category
         * @description Archived or not.
         */
        get: operations["getListingCategory"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/listings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List listings
         * @description Newest first, of every status unless one is asked for.
         */
        get: operations["listListings"];
        put?: never;
        /**
         * Offer something
         * @description The listing is live at once, unless it is created as `pending`. It expires after 30 days, or
         *     at `expires_at`, which is at most a year ahead. Its `slug` is made from the title, with a
         *     number or a random ending where others have it already, and stays when the title changes. The
         *     seller is the member who minted the key, unless `seller_id` names another.
         */
        post: operations["createListing"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/listings/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The listing's id.
                 * @example 42
                 */
                id: components["parameters"]["ListingId"];
            };
            cookie?: never;
        };
        /** Get a listing */
        get: operations["getListing"];
        put?: never;
        /**
         * Edit a listing
         * @description Omitted fields keep their value; `location` is replaced as a whole. A new `quantity` keeps the
         *     units already sold, so it must be larger than those. An edit of a live listing that changes
         *     something causes the event. A listing that is sold, withdrawn or expired is `409 conflict`.
         */
        post: operations["updateListing"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/listings/{id}/publish": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The pending listing's id.
                 * @example 43
                 */
                id: components["parameters"]["PendingListingId"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Let a pending listing go live
         * @description By its seller or a moderator. A listing that is not `pending`, whose `expires_at` has passed, or
         *     whose seller is leaving, banned or suspended, is `409 conflict`.
         */
        post: operations["publishListing"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/listings/{id}/restore": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The id of the removed listing.
                 * @example 45
                 */
                id: components["parameters"]["RemovedListingId"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Take back the withdrawal of a listing
         * @description Its removal by moderation, or else its withdrawal: by the seller what the seller did, by a
         *     moderator whose role is above the seller's what a moderator did. The listing has the status and
         *     the stock that it had before; one that is live by that has gone live, which is the event. One
         *     that was not withdrawn, or was more than 30 days ago, is `409 conflict`, and so is one that would
         *     go live while its seller is leaving, banned or suspended.
         */
        post: operations["restoreListing"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/listings/{id}/sell": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The listing's id.
                 * @example 42
                 */
                id: components["parameters"]["ListingId"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Sell units of a listing
         * @description By its seller or a moderator. Takes `quantity` units, one when left out, off the stock. With the last one the listing is
         *     `sold`. More than remain, or a listing that is not live, is `409 conflict`: of any number of
         *     calls at once no more units are sold than there are.
         */
        post: operations["sellListing"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/listings/{id}/withdraw": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The listing's id.
                 * @example 42
                 */
                id: components["parameters"]["ListingId"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Withdraw a listing
         * @description By its seller or a moderator. A pending listing was never seen, so its withdrawal causes no
         *     event. A listing that is sold, withdrawn or expired is `409 conflict`.
         */
        post: operations["withdrawListing"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/me": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get the key's own rights
         * @description The tenant, plan, scopes and limits of the key in use. Needs no scope: any valid key may
         *     ask what it is.
         */
        get: operations["getMe"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/moderation/actions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List moderation actions
         * @description The log of what moderators did, newest first. Entries never change.
         */
        get: operations["listModerationActions"];
        put?: never;
        /**
         * Act without a report
         * @description `warn`, `suspend` (with `duration_hours`), `ban` and `shadow_ban` act on `target_user_id`, a
         *     member whose role is below the actor's. `remove_content`, of a member of a role below the
         *     actor's as well, acts on `target_post_id`, which it
         *     deletes, on `target_listing_id`, which it withdraws and takes out of the lists, or on
         *     `target_file_id`, which it deletes. A member who is banned, or shadow-banned,
         *     already and content that is removed already are `409 conflict`; a suspension replaces the
         *     one before. Each legacy event comes beside `moderation.action_taken`.
         *
         *     `lift_suspension`, `lift_ban` and `lift_shadow_ban` take the measure back from
         *     `target_user_id`, who has the role of before again; where there is none to lift, it is
         *     `409 conflict`. What was hidden by a shadow ban stays hidden. Content is restored by the
         *     operations of its resource: `POST /api/v1/posts/{id}/restore` and the like.
         */
        post: operations["createModerationAction"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/posts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List posts
         * @description Newest first. Deleted posts are left out.
         */
        get: operations["listPosts"];
        put?: never;
        /**
         * Open a thread or reply to one
         * @description With `thread_id` the post is a reply, optionally nested under `parent_post_id`. Without it
         *     the post opens a new thread and needs `forum_slug` and `title`. A forum that is archived
         *     takes neither: `422 validation_failed`. The author is the member who minted the key, unless
         *     `author_id` names another.
         */
        post: operations["createPost"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/posts/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The post's id.
                 * @example 4501
                 */
                id: components["parameters"]["PostId"];
            };
            cookie?: never;
        };
        /**
         * Get a post
         * @description A deleted post answers as a tombstone: `deleted_at` is set, `title` and `body` are `null`.
         */
        get: operations["getPost"];
        put?: never;
        /**
         * Edit a post
         * @description By its author or a moderator. Omitted fields keep their value; an edit that changes nothing
         *     causes no event. Only an opener has a `title`. A deleted post is `409 conflict`.
         */
        post: operations["updatePost"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/posts/{id}/delete": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The post's id.
                 * @example 4501
                 */
                id: components["parameters"]["PostId"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Delete a post
         * @description By its author or a moderator. A soft delete: deleting an opener closes its thread, replies
         *     stay, new ones are `409 conflict`. Deleting a deleted post changes nothing and causes no event.
         */
        post: operations["deletePost"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/posts/{id}/restore": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The id of the removed post.
                 * @example 4503
                 */
                id: components["parameters"]["RemovedPostId"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Restore a deleted post
         * @description What its author has deleted is restored by the author; what a moderator has removed, by
         *     whichever operation, by a moderator whose role is above the author's. The post is listed and
         *     counted as it was, and a thread that was closed with its opener is open again. A post that is
         *     not deleted, or was more than 30 days ago, is `409 conflict`.
         */
        post: operations["restorePost"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/reports": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List reports
         * @description Newest first, closed ones included. Filters combine.
         */
        get: operations["listReports"];
        put?: never;
        /**
         * Report a member or content
         * @description Names exactly one of `reported_user_id`, `reported_post_id`, `reported_listing_id` and
         *     `reported_file_id`. Of content, `reported_user_id` becomes the member whose it is. The
         *     reporter is the member who minted the key, unless `reporter_id` names another. Reported
         *     content is `moderation.content_flagged` as well.
         */
        post: operations["createReport"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/reports/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The report's id.
                 * @example 62
                 */
                id: components["parameters"]["ReportId"];
            };
            cookie?: never;
        };
        /** Get a report */
        get: operations["getReport"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/reports/{id}/dismiss": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The report's id.
                 * @example 62
                 */
                id: components["parameters"]["ReportId"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Dismiss a report
         * @description Closes it without consequences. A report that is closed already is `409 conflict`: of two
         *     moderators at once one closes it.
         */
        post: operations["dismissReport"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/reports/{id}/resolve": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The report's id.
                 * @example 62
                 */
                id: components["parameters"]["ReportId"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Resolve a report
         * @description Closes it, with an `action` or without. `warn`, `suspend` (with `duration_hours`), `ban` and
         *     `shadow_ban` act on the report's `reported_user_id`, as acting without a report does;
         *     `remove_content` (since 1.7.0) on the reported content. A report that is closed already is
         *     `409 conflict`: of two moderators at once one closes it.
         */
        post: operations["resolveReport"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/users": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List users
         * @description Newest first. Members whose deletion is scheduled are left out.
         */
        get: operations["listUsers"];
        put?: never;
        /**
         * Register a user
         * @description The new member has role 2. A `username` or `email` that is taken, in any letter case, is
         *     `409 conflict`.
         */
        post: operations["createUser"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/users/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The user's id.
                 * @example 312
                 */
                id: components["parameters"]["UserId"];
            };
            cookie?: never;
        };
        /**
         * Get a user
         * @description A member whose deletion is scheduled answers, with `deletion_scheduled_at`, until the
         *     30 days of grace are over.
         */
        get: operations["getUser"];
        put?: never;
        /**
         * Update a user
         * @description By the member, or by one whose role is above theirs: with anybody else's key it is
         *     `403 not_allowed`. Omitted fields keep their value. A member whose deletion is scheduled is
         *     `409 conflict`.
         */
        post: operations["updateUser"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/users/{id}/delete": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The user's id.
                 * @example 312
                 */
                id: components["parameters"]["UserId"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Schedule a user's deletion
         * @description By the member, or by one whose role is above theirs: with anybody else's key it is
         *     `403 not_allowed`. The member leaves at once, and their keys and sessions are refused from the
         *     next call on; after 30 days the account is made anonymous for good, its posts stay. Scheduling it
         *     again changes nothing and causes no event. The last super-admin cannot leave: `409 conflict`.
         */
        post: operations["deleteUser"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/users/{id}/restore": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The id of the member who is leaving.
                 * @example 8
                 */
                id: components["parameters"]["LeavingUserId"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Take back a user's deletion
         * @description By a member whose role is above theirs; with anybody else's key it is `403 not_allowed`. The
         *     member is there again as before, their keys and sessions with them. One whose deletion is not
         *     scheduled is `409 conflict`; when the 30 days are over, it is `404 not_found`.
         */
        post: operations["restoreUser"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/webhooks": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List endpoints
         * @description Newest first.
         */
        get: operations["listWebhooks"];
        put?: never;
        /**
         * Register an endpoint
         * @description Events that happen from now on are sent to `url`. The answer carries `signing_secret`, the
         *     only time it is shown. The URL must be HTTPS and lead to a public address; one that does
         *     not is `422 validation_failed`, and is refused again at every delivery. So is one endpoint
         *     more than the tenant may have, which is 100 unless its settings say otherwise.
         */
        post: operations["createWebhook"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/webhooks/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The endpoint's id.
                 * @example 17
                 */
                id: components["parameters"]["WebhookId"];
            };
            cookie?: never;
        };
        /** Get an endpoint */
        get: operations["getWebhook"];
        put?: never;
        /**
         * Update an endpoint
         * @description Omitted fields keep their value. What is waiting to be delivered goes to the new URL.
         */
        post: operations["updateWebhook"];
        /**
         * Delete an endpoint (DELETE)
         * @description The same as `POST /api/v1/webhooks/{id}/delete`.
         */
        delete: operations["removeWebhook"];
        options?: never;
        head?: never;
        /**
         * Update an endpoint (PATCH)
         * @description The same as `POST /api/v1/webhooks/{id}`.
         */
        patch: operations["patchWebhook"];
        trace?: never;
    };
    "/api/v1/webhooks/{id}/delete": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The endpoint's id.
                 * @example 17
                 */
                id: components["parameters"]["WebhookId"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Delete an endpoint
         * @description Nothing more is sent to it; its secret is destroyed and its deliveries are forgotten.
         */
        post: operations["deleteWebhook"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/webhooks/{id}/deliveries": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The endpoint's id.
                 * @example 17
                 */
                id: components["parameters"]["WebhookId"];
            };
            cookie?: never;
        };
        /**
         * List an endpoint's deliveries
         * @description Newest first, for 30 days after they were settled. One delivery is one event on its way to
         *     one endpoint, with up to seven attempts.
         */
        get: operations["listWebhookDeliveries"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/webhooks/{id}/deliveries/{delivery_id}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The endpoint's id.
                 * @example 17
                 */
                id: components["parameters"]["WebhookId"];
                /**
                 * @description The delivery's id.
                 * @example 90210
                 */
                delivery_id: components["parameters"]["WebhookDeliveryId"];
            };
            cookie?: never;
        };
        /**
         * Get a delivery
         * @description With the event that it carries and every attempt so far.
         */
        get: operations["getWebhookDelivery"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/webhooks/{id}/deliveries/{delivery_id}/replay": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The endpoint's id.
                 * @example 17
                 */
                id: components["parameters"]["WebhookId"];
                /**
                 * @description The delivery's id.
                 * @example 90210
                 */
                delivery_id: components["parameters"]["WebhookDeliveryId"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Replay a delivery
         * @description Sends the same event again, as a new delivery with seven attempts of its own. The event
         *     keeps its id, so that a receiver recognises it. A disabled endpoint is `409 conflict`.
         */
        post: operations["replayWebhookDelivery"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/webhooks/{id}/disable": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The endpoint's id.
                 * @example 17
                 */
                id: components["parameters"]["WebhookId"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Disable an endpoint
         * @description Events that happen while it is disabled are not sent, and deliveries that are not settled
         *     are not tried any more: they become `exhausted` soon. Enabling it tells what to replay.
         *     Disabling a disabled endpoint changes nothing.
         */
        post: operations["disableWebhook"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/webhooks/{id}/enable": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The endpoint's id.
                 * @example 17
                 */
                id: components["parameters"]["WebhookId"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Enable an endpoint
         * @description It gets every event from now on, and the count of consecutive failures starts again. What
         *     waited or happened while it was disabled is not sent by itself: `waiting` tells how much it
         *     is, and what to send to `POST /api/v1/webhooks/{id}/replay` to get it. Enabling an active
         *     endpoint changes nothing and tells the same, until it was replayed.
         */
        post: operations["enableWebhook"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/webhooks/{id}/replay": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The endpoint's id.
                 * @example 17
                 */
                id: components["parameters"]["WebhookId"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Replay events since a time
         * @description Sends the events of the log from `since` up to `until` again, oldest first: those of
         *     `types`, or what the endpoint is subscribed to, whether or not they were delivered before;
         *     with `undelivered` only those that were not. One call reaches 1,000 events; with
         *     `has_more`, continue with `next_since`. A disabled endpoint is `409 conflict`.
         */
        post: operations["replayWebhook"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/webhooks/{id}/rotate-secret": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The endpoint's id.
                 * @example 17
                 */
                id: components["parameters"]["WebhookId"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Rotate an endpoint's secret
         * @description The answer carries the new `signing_secret`, the only time it is shown. For `grace_hours`
         *     (0 to 72; 24 when left out) every delivery is signed with both secrets, the new one first:
         *     receivers must try every `v1`. The secret before the last is forgotten at once.
         */
        post: operations["rotateWebhookSecret"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/webhooks/{id}/test": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The endpoint's id.
                 * @example 17
                 */
                id: components["parameters"]["WebhookId"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Send a test event
         * @description Sends an event of the type `webhook.test` to this endpoint alone, whatever it is subscribed
         *     to. It is not in the event log. A disabled endpoint is `409 conflict`.
         */
        post: operations["testWebhook"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/helpdesk/agents": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List agents
         * @description Newest first, those who are not active included unless they are filtered out.
         */
        get: operations["listHelpAgents"];
        put?: never;
        /**
         * Make a member an agent
         * @description The agent is active, and `offline` unless `presence` says otherwise. A member who is an agent
         *     already, active or not, is `409 conflict`; one who is leaving, banned or suspended, and a queue that
         *     does not exist, is `422 validation_failed`.
         */
        post: operations["createHelpAgent"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/helpdesk/agents/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The agent's id.
                 * @example 21
                 */
                id: components["parameters"]["HelpAgentId"];
            };
            cookie?: never;
        };
        /**
         * Get an agent
         * @description Active or not.
         */
        get: operations["getHelpAgent"];
        put?: never;
        /**
         * Change an agent's queues, presence or capacity
         * @description Omitted fields keep their value; `queue_ids` is replaced as a whole. Of an agent who is not active
         *     only the queues and the capacity can change: another `presence` than `offline` is `409 conflict`.
         */
        post: operations["updateHelpAgent"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/helpdesk/agents/{id}/activate": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The id of an agent who is not active.
                 * @example 22
                 */
                id: components["parameters"]["InactiveHelpAgentId"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Make an agent active again
         * @description On the queues of before, and `offline` at first. An agent who is active stays as they are. One
         *     whose member is leaving, banned or suspended is `409 conflict`.
         */
        post: operations["activateHelpAgent"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/helpdesk/agents/{id}/deactivate": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The agent's id.
                 * @example 21
                 */
                id: components["parameters"]["HelpAgentId"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Deactivate an agent
         * @description The agent is `offline` and given no tickets any more; what they have answered stays theirs. One
         *     who is not active stays as they are.
         */
        post: operations["deactivateHelpAgent"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/helpdesk/ai/reply-suggest": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Suggest replies to a ticket
         * @description Three drafts for an agent to choose from, in the language of the ticket.
         */
        post: operations["suggestTicketReplies"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/helpdesk/ai/summary": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Sum a ticket up
         * @description In four parts: the problem, what was tried, what was done, and the next step.
         */
        post: operations["summarizeTicket"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/helpdesk/ai/categorize": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Categorize a ticket
         * @description The help topic and the queue that the model would choose, among those of the tenant; nothing is set.
         */
        post: operations["categorizeTicket"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/helpdesk/ai/sentiment": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Read the sentiment of a ticket
         * @description From what its requester has written; `no_requester_text` where that is nothing.
         */
        post: operations["readTicketSentiment"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/helpdesk/ai/resolution-predict": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Predict the resolution of a ticket
         * @description How long it may take, what is in the way, and what to do next.
         */
        post: operations["predictTicketResolution"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/helpdesk/ai/canned-generate": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Write a canned response
         * @description A text in Markdown with Mustache placeholders, from one line that says what it is for. It is not kept.
         */
        post: operations["generateCannedResponse"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/helpdesk/ai/knowledge-gaps": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Find gaps in the knowledge base
         * @description Questions that several unresolved tickets of the last days ask: candidates for an article. Of more than 200
         *     tickets the newest count. What asks the same in other words of the model is one gap; those that most tickets
         *     ask come first.
         */
        get: operations["findKnowledgeGaps"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/helpdesk/ai/audit-qa": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Ask the audit log of the help desk
         * @description A question about the newest 200 entries of the audit log of the help desk. The answer cites the entries
         *     that it rests on by their ids, as `[#8101]`; each is one of these 200.
         */
        post: operations["askHelpAudit"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/helpdesk/audit": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the audit log of the help desk
         * @description Newest first; `actor_kind` is how it was done. A key that names no agent and no requester is `api`,
         *     whoever the member behind it is.
         */
        get: operations["listHelpAudit"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/helpdesk/bulk-updates": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List bulk updates
         * @description Newest first.
         */
        get: operations["listBulkUpdates"];
        put?: never;
        /**
         * Change many tickets
         * @description Of `ticket_ids` and `filter` there is one. A filter finds its tickets at once, and finds at most 1,000; of
         *     more it is `422 validation_failed`. So is a queue, topic, tag or agent that does not exist. Each ticket is
         *     changed as by `updateTicket` and `setTicketStatus`, with the events of these: all of the change or nothing of
         *     it. Read the bulk update to see how far it is.
         */
        post: operations["createBulkUpdate"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/helpdesk/bulk-updates/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The bulk update's id.
                 * @example 91
                 */
                id: components["parameters"]["BulkUpdateId"];
            };
            cookie?: never;
        };
        /**
         * Get a bulk update
         * @description How far it is.
         */
        get: operations["getBulkUpdate"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/helpdesk/bulk-updates/{id}/results": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The bulk update's id.
                 * @example 91
                 */
                id: components["parameters"]["BulkUpdateId"];
            };
            cookie?: never;
        };
        /**
         * List the results of a bulk update
         * @description What has become of each of its tickets, in the order of their ids.
         */
        get: operations["listBulkUpdateResults"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/helpdesk/calendars": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List calendars
         * @description Newest first.
         */
        get: operations["listHelpCalendars"];
        put?: never;
        /**
         * Create a calendar
         * @description `time_zone` is a name of the IANA database, such as `Europe/Berlin`, or `UTC`. A zone that is not known,
         *     hours that end before they begin or overlap, a day that is a holiday twice, and a calendar without
         *     hours, is `422 validation_failed`. Hours past midnight are two entries: until `24:00`, and from `00:00`.
         */
        post: operations["createHelpCalendar"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/helpdesk/calendars/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The calendar's id.
                 * @example 61
                 */
                id: components["parameters"]["HelpCalendarId"];
            };
            cookie?: never;
        };
        /** Get a calendar */
        get: operations["getHelpCalendar"];
        put?: never;
        /**
         * Edit a calendar
         * @description Omitted fields keep their value; `hours` and `holidays` are replaced as a whole. Hours so few that a
         *     target of a plan would take more than a year are `422 validation_failed`.
         */
        post: operations["updateHelpCalendar"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/helpdesk/calendars/{id}/delete": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The id of a calendar that no SLA plan counts in.
                 * @example 62
                 */
                id: components["parameters"]["UnusedHelpCalendarId"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Delete a calendar
         * @description One that an SLA plan counts in is `409 conflict`.
         */
        post: operations["deleteHelpCalendar"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/helpdesk/canned-responses": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List canned responses
         * @description By `sort_order`, and then by age. A caller who is paging through the list while they are ordered
         *     anew may see some of them twice.
         */
        get: operations["listCannedResponses"];
        put?: never;
        /**
         * Create a canned response
         * @description For all queues where `queue_id` is `null` or left out. A `slug` that is taken is `409 conflict`.
         */
        post: operations["createCannedResponse"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/helpdesk/canned-responses/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The canned response's id.
                 * @example 51
                 */
                id: components["parameters"]["CannedResponseId"];
            };
            cookie?: never;
        };
        /** Get a canned response */
        get: operations["getCannedResponse"];
        put?: never;
        /**
         * Edit a canned response
         * @description Omitted fields keep their value. A `slug` that is taken is `409 conflict`.
         */
        post: operations["updateCannedResponse"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/helpdesk/canned-responses/{id}/delete": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The canned response's id.
                 * @example 51
                 */
                id: components["parameters"]["CannedResponseId"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Delete a canned response
         * @description What was answered with it stays as it is.
         */
        post: operations["deleteCannedResponse"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/helpdesk/canned-responses/{id}/preview": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The canned response's id.
                 * @example 51
                 */
                id: components["parameters"]["CannedResponseId"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Preview a canned response
         * @description As it would read in a reply to a ticket, as text and as HTML, in which all that is filled in is text,
         *     with two braces or three. `unknown` names placeholders that do not exist and stay empty. A text that
         *     Mustache cannot read is `422 validation_failed` at `body_md`. Nothing is changed, nor counted as a use.
         */
        post: operations["previewCannedResponse"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/helpdesk/email-accounts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List e-mail accounts
         * @description Newest first.
         */
        get: operations["listEmailAccounts"];
        put?: never;
        /**
         * Create an e-mail account
         * @description The answer carries the `inbound_secret`, the only time it is shown. The first account is the default;
         *     another one is with `is_default`, and then in place of the one before. An `address` that is taken is
         *     `409 conflict`. A partition has room for 50; another one is `409 conflict`.
         */
        post: operations["createEmailAccount"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/helpdesk/email-accounts/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The e-mail account's id.
                 * @example 81
                 */
                id: components["parameters"]["EmailAccountId"];
            };
            cookie?: never;
        };
        /** Get an e-mail account */
        get: operations["getEmailAccount"];
        put?: never;
        /**
         * Edit an e-mail account
         * @description Omitted fields keep their value. With `is_default: true` it takes the place of the default before;
         *     `is_default: false` for the default itself is `409 conflict`, because there is always one. An
         *     `address` that is taken is `409 conflict`.
         */
        post: operations["updateEmailAccount"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/helpdesk/email-accounts/{id}/delete": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The id of an account that is not the default.
                 * @example 82
                 */
                id: components["parameters"]["SpareEmailAccountId"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Delete an e-mail account
         * @description Its secret opens nothing any more. The mail that it received stays. The default is `409 conflict` as
         *     long as there are others.
         */
        post: operations["deleteEmailAccount"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/helpdesk/email-accounts/{id}/rotate-secret": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The e-mail account's id.
                 * @example 81
                 */
                id: components["parameters"]["EmailAccountId"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Rotate the secret of an e-mail account
         * @description The answer carries the new `inbound_secret`, the only time it is shown. For `grace_hours` (0 to 72;
         *     24 when left out) the old one is taken as well. The secret before the last is forgotten at once.
         */
        post: operations["rotateEmailAccountSecret"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/helpdesk/inbound-email": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Hand over a mail
         * @description As JSON, or as it is (`message/rfc822`). `from`, or `envelope.from` in its place, and `message_id` are
         *     required; unknown fields are ignored. It is added to the ticket that `in_reply_to`, `references` or,
         *     from somebody who takes part in it, `[HD-000001]` in the subject lead to; otherwise it opens one in
         *     the default queue. A ticket that is closed for good is followed by a new one. A mail that comes again
         *     is `ignored` with the ids of the first. Answers of robots and bounces open no ticket, and are never
         *     answered: where they lead to none they are `ignored` with `null` ids.
         */
        post: operations["receiveEmail"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/helpdesk/inbound-email/mailgun": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Hand over a mail as Mailgun does
         * @description A route forwards it here, as a form or, to an address that ends with `/mime`, as it came. Where the account has a
         *     `mailgun_signing_key`, the signature is asked for beside the secret: one that is missing, wrong, older than nine
         *     hours, or has served for another mail is `401`. The mail is taken as by `receiveEmail`. What can never be
         *     accepted, such as one without a sender, is `ignored` and told in the audit log as `inbound_email.refused`:
         *     whatever is refused would be sent again for hours, and then dropped.
         */
        post: operations["receiveMailgunEmail"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/helpdesk/inbound-email/postmark": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Hand over a mail as Postmark does
         * @description The inbound webhook of a message stream is this address. The mail is taken as by
         *     `receiveEmail`. What can never be accepted, such as one without a sender, is `ignored` and told in the audit
         *     log as `inbound_email.refused`: whatever is refused would be sent again for hours, and then dropped.
         */
        post: operations["receivePostmarkEmail"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/helpdesk/inbound-email/sendgrid": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Hand over a mail as SendGrid does
         * @description The destination of Inbound Parse is this address, with or without "Send raw". The mail is taken as by
         *     `receiveEmail`. What can never be accepted, such as one without a sender, is `ignored` and told in the audit
         *     log as `inbound_email.refused`: whatever is refused would be sent again for hours, and then dropped.
         */
        post: operations["receiveSendgridEmail"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/admin/help/inbound-emails": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the mails that came
         * @description Newest first, each with what became of it. Mail that led to no ticket is kept for 30 days, the rest with its
         *     ticket. A mail that comes again is the same one.
         */
        get: operations["listInboundEmails"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/helpdesk/notification-prefs": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get notification preferences
         * @description Of the tenant, an agent or a requester: for each kind of event and way of telling what holds, and
         *     where that comes from. An agent who does not exist is `404 not_found`.
         */
        get: operations["getNotificationPrefs"];
        put?: never;
        /**
         * Set a notification preference
         * @description Of the tenant, an agent or a requester. The answer says what holds from now on. An agent who does
         *     not exist, and an id of the tenant other than 0, is `422 validation_failed`. A scope has room for 200;
         *     another one is `409 conflict`.
         */
        post: operations["setNotificationPref"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/admin/help/outgoing-emails": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the mails that are sent
         * @description Newest first, those that wait as well, without their texts.
         */
        get: operations["listOutgoingEmails"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/admin/help/outgoing-emails/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The mail's id.
                 * @example 9301
                 */
                id: components["parameters"]["OutgoingEmailId"];
            };
            cookie?: never;
        };
        /** Get a mail that is sent */
        get: operations["getOutgoingEmail"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/admin/help/outgoing-emails/{id}/cancel": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The id of a mail that waits to be sent.
                 * @example 9302
                 */
                id: components["parameters"]["WaitingOutgoingEmailId"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Cancel a mail that waits
         * @description It is not sent; nothing else is undone. A mail that is being sent, or has left, failed or come back, is
         *     `409 conflict`. Cancelling a cancelled mail changes nothing.
         */
        post: operations["cancelOutgoingEmail"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/admin/help/outgoing-emails/{id}/retry": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The mail's id.
                 * @example 9301
                 */
                id: components["parameters"]["OutgoingEmailId"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Send a failed mail once more
         * @description It waits again, with as many attempts as in the beginning, under the same Message-ID. A mail that has not
         *     failed is `409 conflict`; so is one whose text is not kept any more, and one that its reader, or the
         *     community, has turned off meanwhile.
         */
        post: operations["retryOutgoingEmail"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/helpdesk/queues": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List queues
         * @description Newest first.
         */
        get: operations["listHelpQueues"];
        put?: never;
        /**
         * Create a queue
         * @description As the default with `is_default`, and then in place of the one before. A `slug` that is taken is
         *     `409 conflict`, an SLA plan that does not exist `422 validation_failed`. A partition has room for 500;
         *     another one is `409 conflict`.
         */
        post: operations["createHelpQueue"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/helpdesk/queues/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The queue's id.
                 * @example 3
                 */
                id: components["parameters"]["HelpQueueId"];
            };
            cookie?: never;
        };
        /** Get a queue */
        get: operations["getHelpQueue"];
        put?: never;
        /**
         * Edit a queue
         * @description Omitted fields keep their value. With `is_default: true` it takes the place of the default before;
         *     `is_default: false` for the default itself is `409 conflict`, because there is always one. A `slug`
         *     that is taken is `409 conflict`, an SLA plan that does not exist `422 validation_failed`.
         */
        post: operations["updateHelpQueue"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/helpdesk/queues/{id}/delete": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The id of a queue that nothing names.
                 * @example 4
                 */
                id: components["parameters"]["EmptyHelpQueueId"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Delete a queue
         * @description Its agents work on their other queues. The default, and a queue that a help topic, a canned
         *     response or a ticket still names, is `409 conflict`.
         */
        post: operations["deleteHelpQueue"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/helpdesk/rules": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List rules
         * @description In the order in which they run.
         */
        get: operations["listHelpRules"];
        put?: never;
        /**
         * Create a rule
         * @description All of `all` and one of `any` have to hold; without conditions the rule runs at each event. The first
         *     fault of each condition and action is told by its place, such as `actions[0].queue_id`: a field that
         *     has no such operator, a value that the field cannot have, a queue, agent or tag that does not exist.
         *     At most 200 rules.
         */
        post: operations["createHelpRule"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/helpdesk/rules/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The rule's id.
                 * @example 81
                 */
                id: components["parameters"]["HelpRuleId"];
            };
            cookie?: never;
        };
        /** Get a rule */
        get: operations["getHelpRule"];
        put?: never;
        /**
         * Edit a rule
         * @description Omitted fields keep their value; `conditions` and `actions` are each replaced as a whole. Faults are
         *     those of creating it.
         */
        post: operations["updateHelpRule"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/helpdesk/rules/{id}/delete": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The rule's id.
                 * @example 81
                 */
                id: components["parameters"]["HelpRuleId"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Delete a rule
         * @description What it has done stays done.
         */
        post: operations["deleteHelpRule"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/helpdesk/rules/{id}/dry-run": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The rule's id.
                 * @example 81
                 */
                id: components["parameters"]["HelpRuleId"];
            };
            cookie?: never;
        };
        /**
         * Try a rule on past tickets
         * @description Tells which of the newest tickets the rule would change if its event happened to them now, and how.
         *     Changes nothing, and works while the rule is off. A condition about the event itself (`author`,
         *     `previous_status`) counts as met.
         */
        get: operations["dryRunHelpRule"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/admin/help/settings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Get the settings of the help desk */
        get: operations["getHelpSettings"];
        put?: never;
        /**
         * Change the settings of the help desk
         * @description Omitted fields keep their value; the others are in force at once, on every server. Another `language`
         *     has all texts indexed anew, beside requests; searches find them meanwhile. With `If-Match` the change is
         *     made only while the settings are as they were read.
         */
        post: operations["updateHelpSettings"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/helpdesk/sla-plans": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List SLA plans
         * @description Newest first.
         */
        get: operations["listSlaPlans"];
        put?: never;
        /**
         * Create an SLA plan
         * @description Minutes are counted in the calendar's hours, around the clock where `calendar_id` is `null` or left out.
         *     `priorities` has the targets of tickets that are held to others than the plan's own. A plan without any
         *     target, a target that takes more than a year of the calendar's hours, a priority that stands twice, and a
         *     calendar that does not exist, is `422 validation_failed`. A queue takes the plan by its `sla_plan_id`.
         */
        post: operations["createSlaPlan"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/helpdesk/sla-plans/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The SLA plan's id.
                 * @example 81
                 */
                id: components["parameters"]["SlaPlanId"];
            };
            cookie?: never;
        };
        /** Get an SLA plan */
        get: operations["getSlaPlan"];
        put?: never;
        /**
         * Edit an SLA plan
         * @description Omitted fields keep their value; `priorities` and `pause_on_statuses` are replaced as a whole. What a
         *     new plan is refused for, the plan as edited is as well.
         */
        post: operations["updateSlaPlan"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/helpdesk/sla-plans/{id}/delete": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The id of an SLA plan that no queue has.
                 * @example 82
                 */
                id: components["parameters"]["UnusedSlaPlanId"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Delete an SLA plan
         * @description One that a queue has is `409 conflict`; the queue is given another plan, or none, before.
         */
        post: operations["deleteSlaPlan"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/helpdesk/tags": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List tags
         * @description Newest first.
         */
        get: operations["listHelpTags"];
        put?: never;
        /**
         * Create a tag
         * @description A `slug` that is taken is `409 conflict`.
         */
        post: operations["createHelpTag"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/helpdesk/tags/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The tag's id.
                 * @example 31
                 */
                id: components["parameters"]["HelpTagId"];
            };
            cookie?: never;
        };
        /** Get a tag */
        get: operations["getHelpTag"];
        put?: never;
        /**
         * Edit a tag
         * @description Omitted fields keep their value. A `slug` that is taken is `409 conflict`.
         */
        post: operations["updateHelpTag"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/helpdesk/tags/{id}/delete": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The tag's id.
                 * @example 31
                 */
                id: components["parameters"]["HelpTagId"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Delete a tag
         * @description It is taken off every ticket that has it.
         */
        post: operations["deleteHelpTag"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/helpdesk/attachments/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The attachment's id.
                 * @example 9101
                 */
                id: components["parameters"]["TicketAttachmentId"];
            };
            cookie?: never;
        };
        /**
         * Download a file of a message
         * @description The bytes, as an attachment under the file's name. One range of them may be asked for with `Range`; several at
         *     once get the whole file. One that is still being scanned, or was rejected, is `404`, as is an upload that no
         *     message has yet, for everybody but its uploader.
         */
        get: operations["downloadTicketAttachment"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/helpdesk/uploads": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Upload a file for a message
         * @description Takes at most 15 MiB; more is `413 payload_too_large`, no bytes at all `422 validation_failed` with `empty`. A
         *     ticket or a reply takes the file by `upload_ids`, once. Until then it is of the member whom the key acts as
         *     alone, who may download it as an attachment by its id once it is scanned, and after 24 hours it is removed.
         *     Then those read it who read the message: the community's list of files never shows it. Counts in the rate class
         *     `uploads`, too, for which the tenant may set a limit.
         */
        post: operations["createTicketUpload"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/helpdesk/tickets/{id}/messages": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The ticket's id, or its reference.
                 * @example 1234
                 */
                id: components["parameters"]["TicketId"];
            };
            cookie?: never;
        };
        /**
         * List a ticket's messages
         * @description Oldest first: what the requester asked, replies, internal notes, and entries about what has changed. A
         *     cursor belongs to the ticket as it was named, by its id or its reference.
         */
        get: operations["listTicketMessages"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/helpdesk/tickets/{id}/messages/{message_id}/html": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The ticket's id, or its reference.
                 * @example 1234
                 */
                id: components["parameters"]["TicketId"];
                /**
                 * @description The message's id.
                 * @example 9001
                 */
                message_id: components["parameters"]["TicketMessageId"];
            };
            cookie?: never;
        };
        /**
         * Get the HTML of a message
         * @description The HTML of the mail that the message came with, safe to show: without scripts, handlers, styles and forms.
         *     Pictures of the mail itself lead to its attachments. Pictures from elsewhere, which tell the sender that the
         *     mail was read, are left out unless they are asked for. A message that came without HTML is `404`.
         */
        get: operations["getTicketMessageHtml"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/helpdesk/tickets/{id}/messages/{message_id}/source": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The ticket's id, or its reference.
                 * @example 1234
                 */
                id: components["parameters"]["TicketId"];
                /**
                 * @description The message's id.
                 * @example 9001
                 */
                message_id: components["parameters"]["TicketMessageId"];
            };
            cookie?: never;
        };
        /**
         * Download the source of a message
         * @description The mail that the message came with, byte for byte, as an attachment. One range of it may be asked for with
         *     `Range`. It is `404` where the message came otherwise, as through the JSON form, with the detail `no_source`;
         *     while it is still being scanned, with `quarantined`; and where the scan has rejected it, with `rejected`.
         */
        get: operations["getTicketMessageSource"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/helpdesk/tickets/{id}/reply": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The ticket's id, or its reference.
                 * @example 1234
                 */
                id: components["parameters"]["TicketId"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Reply to a ticket
         * @description As the agent of `agent_id`, as the requester of `requester_id`, who has to be the ticket's or one of its
         *     collaborators, and otherwise as the member whom the key acts as: a requester on a ticket that they take
         *     part in. An agent's reply is mailed to the requester and the collaborators. It makes a `new` ticket
         *     `open`, unless `status` says otherwise; a requester's or collaborator's reply makes one that is
         *     `pending`, `on_hold` or `resolved` `open`, and one that is `closed` as long as it can be reopened. After
         *     that it is `409 conflict`: open another ticket. An `internal` note is for agents, changes no status
         *     by itself and is no event.
         */
        post: operations["replyToTicket"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/helpdesk/tickets": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List tickets
         * @description Newest first, and with `q` the best first, whatever `order` says, each with an excerpt in `match`. When more
         *     than 1,000 are found by `q`, the newest 1,000 are ranked and counted. Filters combine with each other;
         *     `status` may be given several times. A ticket that comes while a caller pages through the list is on no
         *     page after the first one.
         */
        get: operations["listTickets"];
        put?: never;
        /**
         * Open a ticket
         * @description Its requester is who `requester` names, by their address, and otherwise the member whom the key
         *     acts as. A help topic says the queue, the priority and the custom fields; `queue_id` and `priority`
         *     go before it, and what neither says is the default queue and `normal`. A queue that gives out its tickets
         *     gives it to an agent at once; where none can take it, it waits for one. A queue, topic or tag that does
         *     not exist, a topic that is not active, and a custom field that the topic has not, that is required
         *     and missing or that is of another type, is `422 validation_failed`.
         */
        post: operations["createTicket"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/helpdesk/tickets/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The ticket's id, or its reference.
                 * @example 1234
                 */
                id: components["parameters"]["TicketId"];
            };
            cookie?: never;
        };
        /**
         * Get a ticket
         * @description By its id or its reference. The `ETag` changes with what agents edit, and not with a message.
         */
        get: operations["getTicket"];
        put?: never;
        /**
         * Edit a ticket
         * @description Omitted fields keep their value. `tags` and `collaborators` are replaced as a whole; of `custom_fields`
         *     only those sent change, and `null` takes one away. `assignee_id` gives the ticket to an agent, or with
         *     `null` to none.
         *     `snoozed_until` lets it rest, whatever its status is, until then, until the requester writes, or until it is
         *     resolved or closed; `null` brings it back. Its SLA goes on.
         *     A queue, topic, tag or agent that does not exist, a topic or agent that is not active, and a custom
         *     field that the topic has not or that is of another type, is `422 validation_failed`. With `If-Match`
         *     the edit is made only while the ticket is as it was read: two agents do not overwrite each other.
         */
        post: operations["updateTicket"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/helpdesk/tickets/export": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Export tickets in the order of their changes
         * @description Every ticket once, as it is, in the order in which tickets have last changed. `next_cursor` is never `null`:
         *     ask with it again, and the answer is what has changed since, none left out, whoever writes at the same time.
         *     `has_more` is `false` where nothing is left for now. A cursor stays valid. A ticket that changes again comes
         *     again; one that was merged into another comes without its content. What changes of a queue, an agent or a
         *     requester is no change of their tickets.
         */
        get: operations["exportTickets"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/helpdesk/tickets/{id}/link": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The ticket's id, or its reference.
                 * @example 1234
                 */
                id: components["parameters"]["TicketId"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Link a ticket to another
         * @description Both tell the link from then on. A ticket has at most 50; another one, and a link that is there already, is
         *     `409 conflict`.
         */
        post: operations["linkTicket"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/helpdesk/tickets/{id}/merge": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The ticket's id, or its reference.
                 * @example 1234
                 */
                id: components["parameters"]["TicketId"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Merge a ticket into another
         * @description What people have written on it is on the other ticket from then on, and it is `closed`. Its requester and
         *     collaborators become collaborators of the other, up to 50. Whatever is done to
         *     it is `409 conflict` that names the other. So is merging into a ticket that was merged itself, or is closed
         *     for good, and a ticket of more than 1,000 messages. Into itself is `422`. A mail that answers it goes to the
         *     end of the chain. For an hour it can be undone.
         */
        post: operations["mergeTicket"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/helpdesk/tickets/{id}/split": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The ticket's id, or its reference.
                 * @example 1234
                 */
                id: components["parameters"]["TicketId"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Split messages off a ticket
         * @description Opens a ticket with these replies and notes, which leave the first one. It has the requester, collaborators,
         *     queue, topic, priority, custom fields and tags of the first. At least one message stays; a message of another ticket is `422`.
         */
        post: operations["splitTicket"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/helpdesk/tickets/{id}/status": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The ticket's id, or its reference.
                 * @example 1234
                 */
                id: components["parameters"]["TicketId"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Set a ticket's status
         * @description No ticket becomes `new` again. One that is `closed` becomes `open` as long as it can be reopened, for as
         *     many days as the tenant's `help.reopen_days` says; after that, and to any other status, it is
         *     `409 conflict`. A ticket that has the status already stays as it is.
         */
        post: operations["setTicketStatus"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/helpdesk/tickets/{id}/unlink": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The id or reference of a ticket that is linked.
                 * @example 1232
                 */
                id: components["parameters"]["LinkedTicketId"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Take the link to another ticket away
         * @description One that is not there is `409 conflict`.
         */
        post: operations["unlinkTicket"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/helpdesk/tickets/{id}/unmerge": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The id or reference of a ticket that was merged within the hour.
                 * @example 1231
                 */
                id: components["parameters"]["MergedTicketId"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Undo the merge of a ticket
         * @description Its messages come back, and it stands as before the merge; what was written since stays on the other
         *     ticket. After an hour it is `409 conflict`, and so it is where the other ticket was merged itself meanwhile.
         */
        post: operations["unmergeTicket"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/helpdesk/help-topics": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List help topics
         * @description Those that are active, by `sort_order` and then by age. A caller who is paging through the list
         *     while they are ordered anew may see some of them twice.
         */
        get: operations["listHelpTopics"];
        put?: never;
        /**
         * Create a help topic
         * @description Its tickets go to the default queue where `queue_id` is `null` or left out. Fields are asked for in
         *     the order given; each has a `key` of its own, and a `select` its `options`. A `slug` that is taken is
         *     `409 conflict`.
         */
        post: operations["createHelpTopic"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/helpdesk/help-topics/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The topic's id.
                 * @example 41
                 */
                id: components["parameters"]["HelpTopicId"];
            };
            cookie?: never;
        };
        /**
         * Get a help topic
         * @description Active or not.
         */
        get: operations["getHelpTopic"];
        put?: never;
        /**
         * Edit a help topic
         * @description Omitted fields keep their value; `custom_fields` is replaced as a whole. A `slug` that is taken is
         *     `409 conflict`.
         */
        post: operations["updateHelpTopic"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/helpdesk/help-topics/{id}/delete": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The id of a topic that no ticket is about.
                 * @example 42
                 */
                id: components["parameters"]["UnusedHelpTopicId"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Delete a help topic
         * @description One that shall only be offered no longer is made inactive instead. One that a ticket is about is
         *     `409 conflict`.
         */
        post: operations["deleteHelpTopic"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/know/pages/{slug}/comments": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The page's slug, or a former one.
                 * @example getting-started
                 */
                slug: components["parameters"]["KnowPageSlug"];
            };
            cookie?: never;
        };
        /**
         * List the comments on a page
         * @description Newest first, without their replies.
         */
        get: operations["listKnowComments"];
        put?: never;
        /**
         * Comment on a page
         * @description On the page as a whole, or by `anchor` on a passage. A quote that is in no place of the revision's text is
         *     `422`; of several places it is the one whose surroundings are most like `prefix` and `suffix`. By `parent_id`
         *     it is a reply to a comment; replies have no replies. A page takes 10,000 comments with all replies, and a
         *     comment 500 replies; then it is `409 conflict`.
         */
        post: operations["createKnowComment"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/know/comments/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The comment's id.
                 * @example 8501
                 */
                id: components["parameters"]["KnowCommentId"];
            };
            cookie?: never;
        };
        /**
         * Get a comment
         * @description Of a published page; a reply as well.
         */
        get: operations["getKnowComment"];
        put?: never;
        /**
         * Edit a comment
         * @description Another `body`. Only its author edits it.
         */
        post: operations["updateKnowComment"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/know/comments/{id}/delete": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The comment's id.
                 * @example 8501
                 */
                id: components["parameters"]["KnowCommentId"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Delete a comment
         * @description With its replies, and for good. Its author deletes it, and moderators who rank above the author.
         */
        post: operations["deleteKnowComment"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/know/comments/{id}/reopen": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The id of a comment that is resolved.
                 * @example 8502
                 */
                id: components["parameters"]["ResolvedKnowCommentId"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Reopen a comment
         * @description One that is open stays as it is. A reply is `409 conflict`.
         */
        post: operations["reopenKnowComment"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/know/comments/{id}/replies": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The comment's id.
                 * @example 8501
                 */
                id: components["parameters"]["KnowCommentId"];
            };
            cookie?: never;
        };
        /**
         * List the replies to a comment
         * @description Oldest first.
         */
        get: operations["listKnowReplies"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/know/comments/{id}/resolve": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The comment's id.
                 * @example 8501
                 */
                id: components["parameters"]["KnowCommentId"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Resolve a comment
         * @description Any member does so. One that is resolved stays as it is. A reply is `409 conflict`.
         */
        post: operations["resolveKnowComment"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/know/broken-links": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List broken links
         * @description Links of published pages to pages that are not there, newest first. A link to the former slug of a page is
         *     not broken. Links of a page that is deleted are left out.
         */
        get: operations["listBrokenKnowLinks"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/know/pages/{slug}/backlinks": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The page's slug, or a former one.
                 * @example getting-started
                 */
                slug: components["parameters"]["KnowPageSlug"];
            };
            cookie?: never;
        };
        /**
         * List what links to a page
         * @description The links of published pages that lead to this one, by its slug or a former one, newest first.
         */
        get: operations["listKnowBacklinks"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/know/pages": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List pages
         * @description Published pages, newest first, without their text. Filters combine with each other.
         */
        get: operations["listKnowPages"];
        put?: never;
        /**
         * Create a page
         * @description It is published at once, with a first revision that is approved. A `slug` that a page has is
         *     `409 conflict`; one that only leads to a page that was renamed is free. The author is the member who minted
         *     the key, unless `author_id` names another.
         */
        post: operations["createKnowPage"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/know/pages/{slug}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The page's slug, or a former one.
                 * @example getting-started
                 */
                slug: components["parameters"]["KnowPageSlug"];
            };
            cookie?: never;
        };
        /**
         * Get a page
         * @description With the text of its current revision, as it was sent. A former slug of the page is `301`, straight to the
         *     slug that it has now; every other operation takes a former slug for the page.
         */
        get: operations["getKnowPage"];
        put?: never;
        /**
         * Edit a page
         * @description Omitted fields keep their value; `tags` are replaced as a whole. Another `content_markdown` becomes a
         *     revision that is approved at once; the rest changes the page alone. Another `slug` renames the page: the
         *     former ones lead to it. With `If-Match` the edit is made only while the page is as it was read. Otherwise it
         *     is `412`, which carries the current revision and the text that was sent: nothing is lost. An edit that
         *     changes nothing causes no event. By `author_id` another member edits than the one who minted the key.
         */
        post: operations["updateKnowPage"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/know/pages/{slug}/delete": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The page's slug, or a former one.
                 * @example getting-started
                 */
                slug: components["parameters"]["KnowPageSlug"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Delete a page
         * @description Its status becomes `deleted`, and it goes into the trash, from which it is taken out again within 30 days. Its
         *     slug and its former ones are free.
         */
        post: operations["deleteKnowPage"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/know/reviews": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List pages to review
         * @description Published pages that are reviewed from time to time, those that are due first come first.
         */
        get: operations["listKnowReviews"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/know/pages/{slug}/review": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The page's slug, or a former one.
                 * @example getting-started
                 */
                slug: components["parameters"]["KnowPageSlug"];
            };
            cookie?: never;
        };
        /**
         * Get when a page is reviewed
         * @description A page that is not to be reviewed is `404 not_found`.
         */
        get: operations["getKnowReview"];
        put?: never;
        /**
         * Set when a page is reviewed
         * @description Every so many days, the first time at `due_at`, or so many days from now. One that is past is due at once.
         *     Omitted fields have no value, also where the page had one.
         */
        post: operations["setKnowReview"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/know/pages/{slug}/review/delete": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The page's slug, or a former one.
                 * @example getting-started
                 */
                slug: components["parameters"]["KnowPageSlug"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Stop to review a page
         * @description The page is not to be reviewed any more. One that is not anyway is `404 not_found`.
         */
        post: operations["deleteKnowReview"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/know/pages/{slug}/review/done": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The page's slug, or a former one.
                 * @example getting-started
                 */
                slug: components["parameters"]["KnowPageSlug"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Mark a page as reviewed
         * @description It is due again after its interval, from now on. A page that is not to be reviewed is `404 not_found`; the
         *     days before it is due do not matter.
         */
        post: operations["reviewKnowPage"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/know/pages/{slug}/revisions": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The page's slug, or a former one.
                 * @example getting-started
                 */
                slug: components["parameters"]["KnowPageSlug"];
            };
            cookie?: never;
        };
        /**
         * List the revisions of a page
         * @description Newest first, without their texts.
         */
        get: operations["listKnowRevisions"];
        put?: never;
        /**
         * Propose a revision
         * @description Another text for the page, which stays `pending` until it is approved or rejected. `base_revision_id` names
         *     the revision that the text was written from; it is the current one when left out. A page may have
         *     100 pending revisions; with more it is `409 conflict`.
         */
        post: operations["proposeKnowRevision"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/know/revisions/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The revision's id.
                 * @example 8102
                 */
                id: components["parameters"]["KnowRevisionId"];
            };
            cookie?: never;
        };
        /**
         * Get a revision
         * @description With its text, as it was sent.
         */
        get: operations["getKnowRevision"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/know/revisions/{id}/approve": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The id of a revision that is pending.
                 * @example 8103
                 */
                id: components["parameters"]["PendingKnowRevisionId"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Approve a revision
         * @description It becomes the page's current revision. Where the tenant asks for several approvals (the setting
         *     `know.approvals`), it stays `pending` until so many members other than its author have approved it, each
         *     counted once. A revision that is not pending is `409 conflict`; so is one whose base is no longer the current
         *     revision, unless `override` says that it replaces that one all the same.
         */
        post: operations["approveKnowRevision"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/know/revisions/{id}/diff": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The revision's id.
                 * @example 8102
                 */
                id: components["parameters"]["KnowRevisionId"];
            };
            cookie?: never;
        };
        /**
         * Compare two revisions
         * @description What has changed from another revision to this one, in words or in whole lines. Ends of lines are compared as
         *     one kind, whatever they are; the answer says whether they differ. No character is split that people see as
         *     one. What takes too long to compare finely is told in coarser parts (`is_coarse`).
         */
        get: operations["getKnowDiff"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/know/revisions/{id}/reject": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The id of a revision that is pending.
                 * @example 8103
                 */
                id: components["parameters"]["PendingKnowRevisionId"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Reject a revision
         * @description For a reason, which its author reads. A revision that is not pending is `409 conflict`.
         */
        post: operations["rejectKnowRevision"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/know/revisions/{id}/restore": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The revision's id.
                 * @example 8102
                 */
                id: components["parameters"]["KnowRevisionId"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Go back to a revision
         * @description Makes its text a new revision of the page, which is approved at once. A text that the page has already
         *     makes none: the answer is the current revision. With `If-Match` it is done only while the page is as it was
         *     read. A revision that is pending is `409 conflict`.
         */
        post: operations["restoreKnowRevision"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/know/search": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Search pages
         * @description Published pages whose title or text has `q` in it, as it is written: `%` and `_` are letters, a part of a word
         *     and a single letter are found. Letter case and accents do not count. The best come first: a title that is
         *     `q`, titles that begin with it, titles that have it, then texts. When more than 1,000 pages are found, 1,000 are
         *     ranked and counted: those with `q` in the title, and then the newest. A page that is edited while a
         *     caller pages through the hits keeps its place for these pages. A `q` that is empty is
         *     `422 validation_failed`.
         */
        get: operations["searchKnow"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/know/trash": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List deleted pages
         * @description Newest first, until they are purged.
         */
        get: operations["listKnowTrash"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/know/trash/{id}/purge": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The id of the deleted page.
                 * @example 84
                 */
                id: components["parameters"]["PurgedKnowPageId"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Purge a deleted page
         * @description It is gone for good, with its revisions, which are removed beside requests.
         */
        post: operations["purgeKnowPage"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/know/trash/{id}/restore": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The id of the deleted page.
                 * @example 83
                 */
                id: components["parameters"]["TrashedKnowPageId"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Take a page out of the trash
         * @description It is published again as it was, with those of its former slugs that are still free. Where another page
         *     has its slug by now, it is `409 conflict`.
         */
        post: operations["restoreKnowPage"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/know/pages/{slug}/vote": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The page's slug, or a former one.
                 * @example getting-started
                 */
                slug: components["parameters"]["KnowPageSlug"];
            };
            cookie?: never;
        };
        /**
         * Get a vote on a page
         * @description The vote of the member who minted the key, unless `user_id` names another, and how all have voted.
         */
        get: operations["getKnowVote"];
        put?: never;
        /**
         * Vote on a page
         * @description Whether the page was helpful. Another vote takes the place of the one before; `null` takes it back. The member
         *     is the one who minted the key, unless `user_id` names another.
         */
        post: operations["voteKnowPage"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/scim/v2/Bulk": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Make many changes
         * @description Each operation is carried out by itself, as if it had come alone, and its result says how it went: one that
         *     fails undoes no other. An operation that refers to another by `bulkId:…` comes after it, wherever it stands;
         *     results come in the order of the operations. After `failOnErrors` failures the rest is left undone, and has no
         *     result. Users who refer to each other in a circle, as managers do, are made together or not at all; a circle
         *     with another operation in it is `409`. An operation for which the service is not available just now is `503`;
         *     after three in a row the rest is not tried, and is `503` as well. More than 1,000 operations, or 1 MB, are
         *     `413`. Needs no scope.
         */
        post: operations["bulkScim"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/scim/v2/ServiceProviderConfig": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get the service provider's configuration
         * @description What of RFC 7644 is supported, and how far. Needs no scope.
         */
        get: operations["getScimConfig"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/scim/v2/ResourceTypes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List resource types
         * @description A `filter` is `403`, as RFC 7644, 4 asks. Needs no scope.
         */
        get: operations["listScimResourceTypes"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/scim/v2/ResourceTypes/{name}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The resource type's name.
                 * @example User
                 */
                name: components["parameters"]["ScimResourceTypeName"];
            };
            cookie?: never;
        };
        /**
         * Get a resource type
         * @description Needs no scope.
         */
        get: operations["getScimResourceType"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/scim/v2/Schemas": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List schemas
         * @description A `filter` is `403`, as RFC 7644, 4 asks. Needs no scope.
         */
        get: operations["listScimSchemas"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/scim/v2/Schemas/{urn}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The schema's URN.
                 * @example urn:ietf:params:scim:schemas:core:2.0:User
                 */
                urn: components["parameters"]["ScimSchemaUrn"];
            };
            cookie?: never;
        };
        /**
         * Get a schema
         * @description Needs no scope.
         */
        get: operations["getScimSchema"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/scim/v2/Groups": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List groups
         * @description In the order of their ids unless `sortBy` says another. A page whose groups have more than 20,000 members
         *     together ends early; `excludedAttributes=members` reads none of them. Needs no scope.
         */
        get: operations["listScimGroups"];
        put?: never;
        /**
         * Create a group
         * @description Members are users, by their ids; an id that leads to none is `400` with `invalidValue`. Groups are no members of
         *     groups. Needs no scope.
         */
        post: operations["createScimGroup"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/scim/v2/Groups/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The group's id.
                 * @example 331
                 */
                id: components["parameters"]["ScimGroupId"];
            };
            cookie?: never;
        };
        /**
         * Get a group
         * @description Needs no scope.
         */
        get: operations["getScimGroup"];
        /**
         * Replace a group
         * @description What the body leaves out is unassigned, members as well. Needs no scope.
         */
        put: operations["replaceScimGroup"];
        post?: never;
        /**
         * Delete a group
         * @description The group is gone at once; its members stay as they are. Needs no scope.
         */
        delete: operations["deleteScimGroup"];
        options?: never;
        head?: never;
        /**
         * Patch a group
         * @description All of the operations, or none (RFC 7644, 3.5.2). Only the members that are named come or go, however many others
         *     there are. Answers nothing (`204`) unless `attributes` or `excludedAttributes` is sent. Needs no scope.
         */
        patch: operations["patchScimGroup"];
        trace?: never;
    };
    "/scim/v2/Groups/.search": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Search groups
         * @description The list, with its parameters in the body (RFC 7644, 3.4.3). Needs no scope.
         */
        post: operations["searchScimGroups"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/admin/scim-members": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Adopt a member
         * @description Lets the identity provider manage a member who registered by hand: they are a user of SCIM from now on, under
         *     this `user_name`. Only members without a role are adopted: anyone else is `409 conflict`, and so is a
         *     `user_name` that is taken.
         */
        post: operations["adoptScimMember"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/admin/scim-members/{id}/release": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The member's id.
                 * @example 323
                 */
                id: components["parameters"]["ScimMemberId"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Release a member
         * @description Takes a member out of the provider's hands. They stay as they are, a member by hand; what the provider has
         *     said of them is forgotten.
         */
        post: operations["releaseScimMember"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/admin/scim-requests": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List provisioning requests
         * @description Newest first. What a request has changed is told by the request itself.
         */
        get: operations["listScimRequests"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/admin/scim-requests/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The provisioning request's id.
                 * @example 71
                 */
                id: components["parameters"]["ScimRequestId"];
            };
            cookie?: never;
        };
        /**
         * Get a provisioning request
         * @description With the resource before and after it, without secrets.
         */
        get: operations["getScimRequest"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/scim/v2/.search": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Search all resources
         * @description Finds resources of every type (RFC 7644, 3.4.3): users before groups, unless `sortBy` says another order. An
         *     attribute that a type does not have matches none of its resources. Needs no scope.
         */
        post: operations["searchScim"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/admin/scim-tokens": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List SCIM tokens
         * @description Newest first, revoked and expired ones included.
         */
        get: operations["listScimTokens"];
        put?: never;
        /**
         * Issue a SCIM token
         * @description The answer tells the `secret`, this once. With it an identity provider keeps members in step. There are tokens
         *     in the live partition only: elsewhere it is `409 conflict`.
         */
        post: operations["createScimToken"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/admin/scim-tokens/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The token's id.
                 * @example 4
                 */
                id: components["parameters"]["ScimTokenId"];
            };
            cookie?: never;
        };
        /** Get a SCIM token */
        get: operations["getScimToken"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/admin/scim-tokens/{id}/rotate": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The token's id.
                 * @example 4
                 */
                id: components["parameters"]["ScimTokenId"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Rotate a SCIM token
         * @description Gives the token a new `secret`, told in this answer only. The one it had stays valid for `grace_hours`, 24 when
         *     left out. A revoked or expired token is `409 conflict`.
         */
        post: operations["rotateScimToken"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/admin/scim-tokens/{id}/revoke": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The token's id.
                 * @example 4
                 */
                id: components["parameters"]["ScimTokenId"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Revoke a SCIM token
         * @description At once and for good: the next call with any of its secrets is `401`. Revoking a revoked token changes
         *     nothing.
         */
        post: operations["revokeScimToken"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/scim/v2/Users": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List users
         * @description The members whom the provider manages, in the order of their ids unless `sortBy` says another. Others never
         *     appear. Parameters that are not declared are ignored. Needs no scope.
         */
        get: operations["listScimUsers"];
        put?: never;
        /**
         * Create a user
         * @description The new member has a username of its own, which is made of the name and never of the address. A `userName`,
         *     or an address, that another account has is `409` with the scimType `uniqueness`; nobody is taken over by
         *     their address. Needs no scope.
         */
        post: operations["createScimUser"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/scim/v2/Users/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The user's id.
                 * @example 321
                 */
                id: components["parameters"]["ScimUserId"];
            };
            cookie?: never;
        };
        /**
         * Get a user
         * @description Needs no scope.
         */
        get: operations["getScimUser"];
        /**
         * Replace a user
         * @description What the body leaves out is unassigned, but for `active`, which stays as it is. Needs no scope.
         */
        put: operations["replaceScimUser"];
        post?: never;
        /**
         * Delete a user
         * @description The member is banned, and in the provider's hands no more: `404` from now on. Their `userName`, address and
         *     `externalId` are free: a later create with them makes another member. Needs no scope.
         */
        delete: operations["deleteScimUser"];
        options?: never;
        head?: never;
        /**
         * Patch a user
         * @description All of the operations, or none (RFC 7644, 3.5.2). Operations in capitals, booleans as text and keys with dots
         *     are understood as well. Needs no scope.
         */
        patch: operations["patchScimUser"];
        trace?: never;
    };
    "/scim/v2/Users/.search": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Search users
         * @description The list, with its parameters in the body (RFC 7644, 3.4.3). Needs no scope.
         */
        post: operations["searchScimUsers"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/admin/ai/calls": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List calls of the model
         * @description Newest first: every call that has ended, whatever came of it. A hook that had an answer repaired made
         *     two. Calls are kept for 400 days.
         */
        get: operations["listAiCalls"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/admin/ai/settings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get the settings of the model
         * @description Without the key, which is never shown.
         */
        get: operations["getAiSettings"];
        put?: never;
        /**
         * Change the settings of the model
         * @description Omitted fields keep their value. With the first key every hook is turned on that `hooks` does not turn
         *     off; without a key none can be. `api_key: null` removes the key: from then on hooks answer `no_key`. A
         *     `base_url` has to lead to a public address over HTTPS, and a `model` needs a price.
         */
        post: operations["updateAiSettings"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/admin/ai/usage": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get what the model has cost
         * @description Of a month of UTC, by hook and model; failed and cancelled calls count as far as they came.
         */
        get: operations["getAiUsage"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/admin/api-keys": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List API keys
         * @description Newest first, revoked and expired ones included.
         */
        get: operations["listApiKeys"];
        put?: never;
        /**
         * Create an API key
         * @description The answer tells the `secret`, this once. The key acts as the member who creates it, and
         *     belongs to the partition of the session: another `environment` is `422 validation_failed`.
         */
        post: operations["createApiKey"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/admin/api-keys/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The API key's id.
                 * @example 5
                 */
                id: components["parameters"]["ApiKeyId"];
            };
            cookie?: never;
        };
        /** Get an API key */
        get: operations["getApiKey"];
        put?: never;
        /**
         * Edit an API key
         * @description Its label and its rate limit, in force with the next request. Omitted fields keep their
         *     value. A revoked key is `409 conflict`.
         */
        post: operations["updateApiKey"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/admin/api-keys/{id}/rotate": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The API key's id.
                 * @example 5
                 */
                id: components["parameters"]["ApiKeyId"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Rotate an API key
         * @description Gives the key a new `secret`, told in this answer only. Secrets it had before stay valid for
         *     `grace_hours`, 24 when left out, and no longer than they were promised. A revoked or expired
         *     key is `409 conflict`.
         */
        post: operations["rotateApiKey"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/admin/api-keys/{id}/revoke": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The API key's id.
                 * @example 5
                 */
                id: components["parameters"]["ApiKeyId"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Revoke an API key
         * @description At once and for good: the next call with any of its secrets is `401 invalid_api_key`.
         *     Revoking a revoked key changes nothing.
         */
        post: operations["revokeApiKey"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/admin/audit-log": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the audit log
         * @description Newest first.
         */
        get: operations["listAuditLog"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/admin/file-areas": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Create a file area
         * @description It comes last in the order. Its `slug` stays for good; one that is taken, by an archived
         *     file area as well, is `409 conflict`. A partition has room for 500; another one is `409 conflict`.
         */
        post: operations["createFileArea"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/admin/file-areas/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The file area's id.
                 * @example 17
                 */
                id: components["parameters"]["FileAreaId"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Edit a file area
         * @description Its name, its description and whether it takes programs. Omitted fields keep their value; the `slug` cannot change,
         *     because filters, events and links go by it.
         */
        post: operations["updateFileArea"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/admin/file-areas/{id}/archive": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The file area's id.
                 * @example 17
                 */
                id: components["parameters"]["FileAreaId"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Archive a file area
         * @description From now on it takes no new files: `422 validation_failed`, with `archived` at the
         *     field that names it. What it holds stays, is found by its filter, and may be edited.
         *     Archiving an archived file area changes nothing.
         */
        post: operations["archiveFileArea"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/admin/file-areas/{id}/unarchive": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The file area's id.
                 * @example 17
                 */
                id: components["parameters"]["FileAreaId"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Take a file area out of the archive
         * @description It takes new files again, at its old place in the order. One that is not archived
         *     stays as it is.
         */
        post: operations["unarchiveFileArea"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/admin/file-areas/order": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Order file areas
         * @description Those in `ids` come first, in that order; those left out follow in the order they had. A
         *     caller who is paging through the list meanwhile may see some of them twice, and misses
         *     none.
         */
        post: operations["orderFileAreas"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/admin/forums": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Create a forum
         * @description It comes last in the order. Its `slug` stays for good; one that is taken, by an archived
         *     forum as well, is `409 conflict`. A partition has room for 500; another one is `409 conflict`.
         */
        post: operations["createForum"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/admin/forums/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The forum's id.
                 * @example 12
                 */
                id: components["parameters"]["ForumId"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Edit a forum
         * @description Its name and its description. Omitted fields keep their value; the `slug` cannot change,
         *     because filters, events and links go by it.
         */
        post: operations["updateForum"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/admin/forums/{id}/archive": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The forum's id.
                 * @example 12
                 */
                id: components["parameters"]["ForumId"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Archive a forum
         * @description From now on it takes no new threads and replies: `422 validation_failed`, with `archived` at the
         *     field that names it. What it holds stays, is found by its filter, and may be edited.
         *     Archiving an archived forum changes nothing.
         */
        post: operations["archiveForum"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/admin/forums/{id}/unarchive": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The forum's id.
                 * @example 12
                 */
                id: components["parameters"]["ForumId"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Take a forum out of the archive
         * @description It takes new threads and replies again, at its old place in the order. One that is not archived
         *     stays as it is.
         */
        post: operations["unarchiveForum"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/admin/forums/order": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Order forums
         * @description Those in `ids` come first, in that order; those left out follow in the order they had. A
         *     caller who is paging through the list meanwhile may see some of them twice, and misses
         *     none.
         */
        post: operations["orderForums"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/admin/listing-categories": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Create a listing category
         * @description It comes last in the order. Its `slug` stays for good; one that is taken, by an archived
         *     listing category as well, is `409 conflict`. A partition has room for 500; another one is `409 conflict`.
         */
        post: operations["createListingCategory"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/admin/listing-categories/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The listing category's id.
                 * @example 6
                 */
                id: components["parameters"]["ListingCategoryId"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Edit a listing category
         * @description Its name and its description. Omitted fields keep their value; the `slug` cannot change,
         *     because filters, events and links go by it.
         */
        post: operations["updateListingCategory"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/admin/listing-categories/{id}/archive": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The listing category's id.
                 * @example 6
                 */
                id: components["parameters"]["ListingCategoryId"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Archive a listing category
         * @description From now on it takes no new listings: `422 validation_failed`, with `archived` at the
         *     field that names it. What it holds stays, is found by its filter, and may be edited.
         *     Archiving an archived listing category changes nothing.
         */
        post: operations["archiveListingCategory"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/admin/listing-categories/{id}/unarchive": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The listing category's id.
                 * @example 6
                 */
                id: components["parameters"]["ListingCategoryId"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Take a listing category out of the archive
         * @description It takes new listings again, at its old place in the order. One that is not archived
         *     stays as it is.
         */
        post: operations["unarchiveListingCategory"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/admin/listing-categories/order": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Order listing categories
         * @description Those in `ids` come first, in that order; those left out follow in the order they had. A
         *     caller who is paging through the list meanwhile may see some of them twice, and misses
         *     none.
         */
        post: operations["orderListingCategories"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/admin/session": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get the session
         * @description Who is signed in, where, as what, and the CSRF token that writes have to send.
         */
        get: operations["getSession"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/admin/session/delete": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Sign out
         * @description Ends the session at once, in every tab. It takes no `Idempotency-Key`: a second call is
         *     `401`, as any other.
         */
        post: operations["deleteSession"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export interface webhooks {
    "file.uploaded": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** A file left quarantine and was recorded */
        post: operations["onFileUploaded"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "listing.created": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** A listing went live */
        post: operations["onListingCreated"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "listing.sold": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** The last unit of a listing was sold */
        post: operations["onListingSold"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "listing.updated": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** A live listing was edited */
        post: operations["onListingUpdated"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "listing.withdrawn": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** A live listing was withdrawn by its seller or a moderator */
        post: operations["onListingWithdrawn"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "moderation.action_taken": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** A moderator acted on a member, or dismissed a report */
        post: operations["onModerationActionTaken"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "moderation.content_flagged": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Content was reported */
        post: operations["onModerationContentFlagged"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "moderation.content_removed": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** A moderator removed content */
        post: operations["onModerationContentRemoved"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "moderation.user_banned": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * A member was banned
         * @deprecated
         * @description A legacy alias; it comes beside `moderation.action_taken`, which tells the same.
         */
        post: operations["onModerationUserBanned"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "moderation.user_shadow_banned": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * A member was shadow-banned
         * @deprecated
         * @description A legacy alias; it comes beside `moderation.action_taken`, which tells the same.
         */
        post: operations["onModerationUserShadowBanned"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "moderation.user_suspended": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * A member was suspended
         * @deprecated
         * @description A legacy alias; it comes beside `moderation.action_taken`, which tells the same.
         */
        post: operations["onModerationUserSuspended"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "moderation.user_warned": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * A member was warned
         * @deprecated
         * @description A legacy alias; it comes beside `moderation.action_taken`, which tells the same.
         */
        post: operations["onModerationUserWarned"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "page.created": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** A page was created */
        post: operations["onPageCreated"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "page.review_due": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * A page is due for review
         * @description Once each time. `owner` is `null` where nobody in particular reviews it.
         */
        post: operations["onPageReviewDue"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "page.updated": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * A page was changed
         * @description By an edit, a revision that was approved, a deletion (`status` among `changed_fields`, as when it is taken
         *     out of the trash) or another title, slug or tags. `previous_slug` is `null` unless it was renamed.
         */
        post: operations["onPageUpdated"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "post.created": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** A thread opener or a reply was posted */
        post: operations["onPostCreated"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "post.deleted": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** A post was deleted */
        post: operations["onPostDeleted"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "post.edited": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** A post was edited */
        post: operations["onPostEdited"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "report.created": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * A member reported another, or content
         * @description Which listing or file it is about, `moderation.content_flagged` says beside it, with the same
         *     `report_id`.
         */
        post: operations["onReportCreated"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "report.resolved": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** A report was resolved */
        post: operations["onReportResolved"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "ticket.assigned": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * A ticket was given to an agent
         * @description `to` is `null` where it was taken from the one it had. `cause` says whether somebody has given it, or the
         *     queue has by its policy.
         */
        post: operations["onTicketAssigned"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "ticket.created": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** A ticket was opened */
        post: operations["onTicketCreated"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "ticket.replied": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * An agent or the requester replied to a ticket
         * @description Internal notes are no replies.
         */
        post: operations["onTicketReplied"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "ticket.status_changed": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** The status of a ticket changed */
        post: operations["onTicketStatusChanged"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "user.joined": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** A user completed registration */
        post: operations["onUserJoined"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "user.left": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** A user's deletion was scheduled */
        post: operations["onUserLeft"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "webhook.test": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** A test event was asked for */
        post: operations["onWebhookTest"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export interface components {
    schemas: {
        DeletedReply: {
            data: components["schemas"]["Deleted"];
            request_id: components["schemas"]["RequestId"];
        };
        Deleted: {
            id: components["schemas"]["Id"];
            /** @description Always `true`. */
            deleted: boolean;
        };
        /** @description Which of the tenant's two partitions, `live` data or `test` data; more may come. */
        Environment: "live" | "test" | (string & {});
        ErrorBody: {
            code: components["schemas"]["ErrorCode"];
            /** @description What happened, for a person to read. */
            message: string;
            /**
             * @description Every fault of the request, with `invalid_request` and `validation_failed`; the first 100
             *     where there are more.
             */
            details?: components["schemas"]["ErrorDetail"][];
            /** @description `true` where there are more faults than `details` lists; otherwise left out. */
            details_truncated?: boolean;
            /** @description With `precondition_failed` of a page, its current revision. */
            current_revision?: components["schemas"]["KnowRevision"];
            /** @description With `precondition_failed` of a page, the text that was sent, if there was one. */
            sent_markdown?: string;
            /** @description With `insufficient_scope`, the scope or role that is missing. */
            required_scope?: string;
            /** @description With `plan_gated`, the tenant's plan. */
            current_plan?: string;
            /** @description With `plan_gated`, the plans that include the operation. */
            required_plans?: string[];
            /**
             * Format: uri
             * @description The page about this code.
             */
            doc_url: string;
            request_id: components["schemas"]["RequestId"];
        };
        /** @description Stable; a code never changes its meaning, and more may come. Each has a page. */
        ErrorCode: "invalid_request" | "invalid_api_key" | "insufficient_scope" | "not_allowed" | "plan_gated" | "not_found" | "tenant_not_found" | "method_not_allowed" | "conflict" | "idempotency_in_progress" | "precondition_failed" | "payload_too_large" | "uri_too_long" | "range_not_satisfiable" | "unsupported_media_type" | "validation_failed" | "idempotency_key_reused" | "rate_limited" | "headers_too_large" | "internal_error" | "not_implemented" | "unavailable" | (string & {});
        ErrorDetail: {
            /** @description The parameter, or the path of the field in the body: `tags[0].name`. */
            field: string;
            /** @description What is wrong with it: `required`, `unknown_field`, `type`, `too_long` … */
            code: string;
            message: string;
        };
        ErrorReply: {
            error: components["schemas"]["ErrorBody"];
            request_id: components["schemas"]["RequestId"];
        };
        /** @description `evt_` and a ULID: unique, and sorted like the log. Use it to recognise duplicates. */
        EventId: string;
        /** @description Whether rows follow this page. */
        HasMore: boolean;
        /** Format: int64 */
        Id: number;
        /** @description A member, in brief. */
        MiniUser: {
            id: components["schemas"]["Id"];
            username: string;
        };
        /**
         * @default desc
         * @enum {string}
         */
        NewestFirst: "asc" | "desc";
        /**
         * @description Pass it as `cursor` for the next page; `null` on the last one, but for the event log in
         *     ascending order, where it is never `null`.
         */
        NextCursor: string | null;
        /** Format: int64 */
        NullableId: number | null;
        /** @description RFC 9457. */
        ProblemReply: {
            /** Format: uri */
            type: string;
            title: string;
            status: number;
            detail: string;
            code: components["schemas"]["ErrorCode"];
            details?: components["schemas"]["ErrorDetail"][];
            details_truncated?: boolean;
            current_revision?: components["schemas"]["KnowRevision"];
            sent_markdown?: string;
            required_scope?: string;
            current_plan?: string;
            required_plans?: string[];
            request_id: components["schemas"]["RequestId"];
        };
        /** @description `req_` and a ULID. */
        RequestId: string;
        Slug: string;
        /**
         * Format: date-time
         * @description UTC, ISO 8601.
         */
        Timestamp: string;
        /**
         * Format: date-time
         * @description UTC, ISO 8601.
         */
        NullableTimestamp: string | null;
        /** @description Rows of the filtered list, on all pages. */
        TotalCount: number;
        EventListReply: {
            data: components["schemas"]["LoggedEvent"][];
            next_cursor: components["schemas"]["NextCursor"];
            total_count: components["schemas"]["TotalCount"];
            has_more: components["schemas"]["HasMore"];
            request_id: components["schemas"]["RequestId"];
        };
        /** @description Dotted and stable; more may come. The webhooks of this document say what each is. */
        EventType: "file.uploaded" | "listing.created" | "listing.sold" | "listing.updated" | "listing.withdrawn" | "moderation.action_taken" | "moderation.content_flagged" | "moderation.content_removed" | "moderation.user_banned" | "moderation.user_shadow_banned" | "moderation.user_suspended" | "moderation.user_warned" | "page.created" | "page.review_due" | "page.updated" | "post.created" | "post.deleted" | "post.edited" | "report.created" | "report.resolved" | "ticket.assigned" | "ticket.created" | "ticket.replied" | "ticket.status_changed" | "user.joined" | "user.left" | (string & {});
        /**
         * @description A type of the event log.
         * @enum {string}
         */
        EventTypeInput: "file.uploaded" | "listing.created" | "listing.sold" | "listing.updated" | "listing.withdrawn" | "moderation.action_taken" | "moderation.content_flagged" | "moderation.content_removed" | "moderation.user_banned" | "moderation.user_shadow_banned" | "moderation.user_suspended" | "moderation.user_warned" | "page.created" | "page.review_due" | "page.updated" | "post.created" | "post.deleted" | "post.edited" | "report.created" | "report.resolved" | "ticket.assigned" | "ticket.created" | "ticket.replied" | "ticket.status_changed" | "user.joined" | "user.left";
        FileUploadedEvent: {
            id: components["schemas"]["EventId"];
            /** @constant */
            type: "file.uploaded";
            created_at: components["schemas"]["Timestamp"];
            data: {
                file_id: components["schemas"]["Id"];
                area_slug: components["schemas"]["Slug"];
                title: string;
                /** Format: int64 */
                size_bytes: number;
                mime: string;
                uploader: components["schemas"]["MiniUser"];
            };
        };
        ListingCreatedEvent: {
            id: components["schemas"]["EventId"];
            /** @constant */
            type: "listing.created";
            created_at: components["schemas"]["Timestamp"];
            data: {
                listing_id: components["schemas"]["Id"];
                slug: components["schemas"]["Slug"];
                title: string;
                /** Format: int64 */
                price_cents: number;
                category_id: components["schemas"]["Id"];
                seller: components["schemas"]["MiniUser"];
            };
        };
        ListingSoldEvent: {
            id: components["schemas"]["EventId"];
            /** @constant */
            type: "listing.sold";
            created_at: components["schemas"]["Timestamp"];
            data: {
                listing_id: components["schemas"]["Id"];
                slug: components["schemas"]["Slug"];
                seller_id: components["schemas"]["Id"];
            };
        };
        ListingUpdatedEvent: {
            id: components["schemas"]["EventId"];
            /** @constant */
            type: "listing.updated";
            created_at: components["schemas"]["Timestamp"];
            data: {
                listing_id: components["schemas"]["Id"];
                slug: components["schemas"]["Slug"];
                title: string;
                /** Format: int64 */
                price_cents: number;
                category_id: components["schemas"]["Id"];
                seller: components["schemas"]["MiniUser"];
                /** @description The fields of the listing that have another value now. */
                changed_fields: string[];
            };
        };
        ListingWithdrawnEvent: {
            id: components["schemas"]["EventId"];
            /** @constant */
            type: "listing.withdrawn";
            created_at: components["schemas"]["Timestamp"];
            data: {
                listing_id: components["schemas"]["Id"];
                slug: components["schemas"]["Slug"];
                seller_id: components["schemas"]["Id"];
                by: components["schemas"]["MiniUser"];
            };
        };
        LoggedEvent: {
            id: components["schemas"]["EventId"];
            type: components["schemas"]["EventType"];
            created_at: components["schemas"]["Timestamp"];
            /** @description As the type says; see the webhooks of this document. */
            data: {
                [key: string]: unknown;
            };
        };
        ModerationActionTakenEvent: {
            id: components["schemas"]["EventId"];
            /** @constant */
            type: "moderation.action_taken";
            created_at: components["schemas"]["Timestamp"];
            data: {
                /** @description `warn`, `suspend`, `ban`, `shadow_ban`, `dismiss`, `lift_suspension`, `lift_ban` or `lift_shadow_ban`; more may come. */
                action: "warn" | "suspend" | "ban" | "shadow_ban" | "dismiss" | "lift_suspension" | "lift_ban" | "lift_shadow_ban" | (string & {});
                /** @description The member, or the one whose content was reported. */
                target_user_id: components["schemas"]["Id"];
                report_id: components["schemas"]["NullableId"];
                /** @description Not null only for `suspend`. */
                duration_hours: number | null;
                actor: components["schemas"]["MiniUser"];
            };
        };
        ModerationContentFlaggedEvent: {
            id: components["schemas"]["EventId"];
            /** @constant */
            type: "moderation.content_flagged";
            created_at: components["schemas"]["Timestamp"];
            data: components["schemas"]["ModerationNotice"];
        };
        ModerationContentRemovedEvent: {
            id: components["schemas"]["EventId"];
            /** @constant */
            type: "moderation.content_removed";
            created_at: components["schemas"]["Timestamp"];
            data: components["schemas"]["ModerationNotice"];
        };
        ModerationUserBannedEvent: {
            id: components["schemas"]["EventId"];
            /** @constant */
            type: "moderation.user_banned";
            created_at: components["schemas"]["Timestamp"];
            data: components["schemas"]["ModerationNotice"];
        };
        ModerationUserShadowBannedEvent: {
            id: components["schemas"]["EventId"];
            /** @constant */
            type: "moderation.user_shadow_banned";
            created_at: components["schemas"]["Timestamp"];
            data: components["schemas"]["ModerationNotice"];
        };
        ModerationUserSuspendedEvent: {
            id: components["schemas"]["EventId"];
            /** @constant */
            type: "moderation.user_suspended";
            created_at: components["schemas"]["Timestamp"];
            data: {
                target: components["schemas"]["ModerationTarget"];
                actor: components["schemas"]["MiniUser"];
                reason: string | null;
                report_id: components["schemas"]["NullableId"];
                duration_hours: number;
            };
        };
        ModerationUserWarnedEvent: {
            id: components["schemas"]["EventId"];
            /** @constant */
            type: "moderation.user_warned";
            created_at: components["schemas"]["Timestamp"];
            data: components["schemas"]["ModerationNotice"];
        };
        PageCreatedEvent: {
            id: components["schemas"]["EventId"];
            /** @constant */
            type: "page.created";
            created_at: components["schemas"]["Timestamp"];
            data: {
                page_id: components["schemas"]["Id"];
                slug: string;
                title: string;
                revision_id: components["schemas"]["Id"];
                author: components["schemas"]["MiniUser"];
            };
        };
        PageReviewDueEvent: {
            id: components["schemas"]["EventId"];
            /** @constant */
            type: "page.review_due";
            created_at: components["schemas"]["Timestamp"];
            data: {
                page_id: components["schemas"]["Id"];
                slug: string;
                title: string;
                due_at: components["schemas"]["Timestamp"];
                /** @description The member who reviews it. */
                owner: components["schemas"]["MiniUser"] | null;
            };
        };
        PageUpdatedEvent: {
            id: components["schemas"]["EventId"];
            /** @constant */
            type: "page.updated";
            created_at: components["schemas"]["Timestamp"];
            data: {
                page_id: components["schemas"]["Id"];
                slug: string;
                title: string;
                status: components["schemas"]["KnowPageStatus"];
                revision_id: components["schemas"]["Id"];
                /** @description The slug before, where it was renamed. */
                previous_slug: string | null;
                changed_fields: string[];
                editor: components["schemas"]["MiniUser"];
            };
        };
        PostCreatedEvent: {
            id: components["schemas"]["EventId"];
            /** @constant */
            type: "post.created";
            created_at: components["schemas"]["Timestamp"];
            data: {
                post_id: components["schemas"]["Id"];
                thread_id: components["schemas"]["Id"];
                forum_slug: components["schemas"]["Slug"];
                /** @description Only on the opener of a thread. */
                title?: string;
                /**
                 * Format: int64
                 * @description Not null only for a nested reply.
                 */
                parent_post_id: number | null;
                author: components["schemas"]["MiniUser"];
            };
        };
        PostDeletedEvent: {
            id: components["schemas"]["EventId"];
            /** @constant */
            type: "post.deleted";
            created_at: components["schemas"]["Timestamp"];
            data: {
                post_id: components["schemas"]["Id"];
                thread_id: components["schemas"]["Id"];
                by: components["schemas"]["MiniUser"];
                reason: string | null;
            };
        };
        PostEditedEvent: {
            id: components["schemas"]["EventId"];
            /** @constant */
            type: "post.edited";
            created_at: components["schemas"]["Timestamp"];
            data: {
                post_id: components["schemas"]["Id"];
                thread_id: components["schemas"]["Id"];
                editor: components["schemas"]["MiniUser"];
            };
        };
        ReportCreatedEvent: {
            id: components["schemas"]["EventId"];
            /** @constant */
            type: "report.created";
            created_at: components["schemas"]["Timestamp"];
            data: {
                report_id: components["schemas"]["Id"];
                reporter: {
                    id: components["schemas"]["Id"];
                };
                /** @description The member, or the one whose content is reported. */
                reported_user_id: components["schemas"]["Id"];
                reported_post_id: components["schemas"]["NullableId"];
                reason_category: components["schemas"]["ReasonCategory"];
                source_url: string | null;
            };
        };
        ReportResolvedEvent: {
            id: components["schemas"]["EventId"];
            /** @constant */
            type: "report.resolved";
            created_at: components["schemas"]["Timestamp"];
            data: {
                report_id: components["schemas"]["Id"];
                resolution: components["schemas"]["ReportResolution"];
                resolver: components["schemas"]["MiniUser"];
                resolved_at: components["schemas"]["Timestamp"];
            };
        };
        TicketAssignedEvent: {
            id: components["schemas"]["EventId"];
            /** @constant */
            type: "ticket.assigned";
            created_at: components["schemas"]["Timestamp"];
            data: {
                ticket_id: components["schemas"]["Id"];
                reference: components["schemas"]["TicketReference"];
                from: components["schemas"]["NullableTicketAssignee"];
                to: components["schemas"]["NullableTicketAssignee"];
                by: components["schemas"]["TicketAuthor"];
                cause: components["schemas"]["TicketAssignmentCause"];
                rule?: components["schemas"]["HelpRuleCause"];
            };
        };
        TicketCreatedEvent: {
            id: components["schemas"]["EventId"];
            /** @constant */
            type: "ticket.created";
            created_at: components["schemas"]["Timestamp"];
            data: {
                ticket_id: components["schemas"]["Id"];
                reference: components["schemas"]["TicketReference"];
                subject: string;
                status: components["schemas"]["TicketStatus"];
                priority: components["schemas"]["TicketPriority"];
                source: components["schemas"]["TicketSource"];
                queue: components["schemas"]["MiniQueue"];
                requester: components["schemas"]["MiniRequester"];
                by?: components["schemas"]["TicketAuthor"];
            };
        };
        TicketRepliedEvent: {
            id: components["schemas"]["EventId"];
            /** @constant */
            type: "ticket.replied";
            created_at: components["schemas"]["Timestamp"];
            data: {
                ticket_id: components["schemas"]["Id"];
                reference: components["schemas"]["TicketReference"];
                message_id: components["schemas"]["Id"];
                author: components["schemas"]["TicketAuthor"];
            };
        };
        TicketStatusChangedEvent: {
            id: components["schemas"]["EventId"];
            /** @constant */
            type: "ticket.status_changed";
            created_at: components["schemas"]["Timestamp"];
            data: {
                ticket_id: components["schemas"]["Id"];
                reference: components["schemas"]["TicketReference"];
                from: components["schemas"]["TicketStatus"];
                to: components["schemas"]["TicketStatus"];
                by: components["schemas"]["TicketAuthor"];
                rule?: components["schemas"]["HelpRuleCause"];
            };
        };
        UserJoinedEvent: {
            id: components["schemas"]["EventId"];
            /** @constant */
            type: "user.joined";
            created_at: components["schemas"]["Timestamp"];
            data: {
                user_id: components["schemas"]["Id"];
                username: string;
                email_verified: boolean;
            };
        };
        UserLeftEvent: {
            id: components["schemas"]["EventId"];
            /** @constant */
            type: "user.left";
            created_at: components["schemas"]["Timestamp"];
            data: {
                user_id: components["schemas"]["Id"];
                username: string;
                /** @description `deletion_scheduled`; more may come. */
                reason: "deletion_scheduled" | (string & {});
            };
        };
        FileAreaCreate: {
            /** @description What requests, filters and events name it by, for good. */
            slug: components["schemas"]["Slug"];
            name: components["schemas"]["PlaceName"];
            /** @description Empty when left out. */
            description?: components["schemas"]["PlaceDescription"];
            /** @description Whether it takes programs; `true` when left out. */
            programs_allowed?: boolean;
        };
        FileAreaDetail: {
            id: components["schemas"]["Id"];
            slug: components["schemas"]["Slug"];
            name: string;
            /** @description May be empty. */
            description: string;
            /** @description Since when it takes nothing new; `null` while it does. */
            archived_at: components["schemas"]["NullableTimestamp"];
            /** @description Whether it takes programs; where it does not, one is `422`, with `program` at `file`. */
            programs_allowed: boolean;
        };
        FileAreaListReply: {
            data: components["schemas"]["FileAreaDetail"][];
            next_cursor: components["schemas"]["NextCursor"];
            total_count: components["schemas"]["TotalCount"];
            has_more: components["schemas"]["HasMore"];
            request_id: components["schemas"]["RequestId"];
        };
        FileAreaReply: {
            data: components["schemas"]["FileAreaDetail"];
            request_id: components["schemas"]["RequestId"];
        };
        FileAreaUpdate: {
            name?: components["schemas"]["PlaceName"];
            description?: components["schemas"]["PlaceDescription"];
            /** @description What is there already stays. */
            programs_allowed?: boolean;
        };
        FileArea: {
            slug: components["schemas"]["Slug"];
            name: string;
        };
        /** Format: binary */
        FileBytes: Blob;
        ContentRestore: {
            reason?: string;
            /** @description The member who restores it, its owner or a moderator; whoever minted the key when left out. */
            actor_id?: components["schemas"]["Id"];
        };
        FileCreate: {
            file: components["schemas"]["FileBytes"];
            /** Format: line */
            title: string;
            /** @description Empty when left out. */
            description?: string;
            /** @description One that `GET /api/v1/file-areas` lists. */
            area_slug: string;
            /**
             * Format: int64
             * @description The member who uploads; whoever minted the key when left out.
             */
            uploader_id?: number;
        };
        FileDelete: {
            reason?: string;
            /** @description The member who deletes, its uploader or a moderator; whoever minted the key when left out. */
            actor_id?: components["schemas"]["Id"];
        };
        FileListReply: {
            data: components["schemas"]["SharedFile"][];
            next_cursor: components["schemas"]["NextCursor"];
            total_count: components["schemas"]["TotalCount"];
            has_more: components["schemas"]["HasMore"];
            request_id: components["schemas"]["RequestId"];
        };
        FileReceived: {
            id: components["schemas"]["Id"];
            /** @description `quarantined`; more may come. */
            status: "quarantined" | (string & {});
            title: string;
            description: string;
            /** @description What the uploader calls it, without a path. */
            original_name: string;
            /** @description What its bytes say it is. */
            mime_type: string;
            /** Format: int64 */
            size_bytes: number;
            area: components["schemas"]["FileArea"];
            uploader: components["schemas"]["MiniUser"];
            created_at: components["schemas"]["Timestamp"];
        };
        FileReceivedReply: {
            data: components["schemas"]["FileReceived"];
            request_id: components["schemas"]["RequestId"];
        };
        FileReply: {
            data: components["schemas"]["SharedFile"];
            request_id: components["schemas"]["RequestId"];
        };
        SharedFile: {
            id: components["schemas"]["Id"];
            title: string;
            description: string;
            /** @description What the uploader calls it, without a path. */
            original_name: string;
            /** @description What its bytes say it is. */
            mime_type: string;
            /** Format: int64 */
            size_bytes: number;
            download_count: number;
            area: components["schemas"]["FileArea"];
            uploader: components["schemas"]["MiniUser"];
            created_at: components["schemas"]["Timestamp"];
        };
        Forum: {
            id: components["schemas"]["Id"];
            slug: components["schemas"]["Slug"];
            name: string;
            /** @description May be empty. */
            description: string;
            /** @description Since when it takes nothing new; `null` while it does. */
            archived_at: components["schemas"]["NullableTimestamp"];
        };
        ForumListReply: {
            data: components["schemas"]["Forum"][];
            next_cursor: components["schemas"]["NextCursor"];
            total_count: components["schemas"]["TotalCount"];
            has_more: components["schemas"]["HasMore"];
            request_id: components["schemas"]["RequestId"];
        };
        ForumReply: {
            data: components["schemas"]["Forum"];
            request_id: components["schemas"]["RequestId"];
        };
        ListingCategoryDetail: {
            id: components["schemas"]["Id"];
            slug: components["schemas"]["Slug"];
            name: string;
            /** @description May be empty. */
            description: string;
            /** @description Since when it takes nothing new; `null` while it does. */
            archived_at: components["schemas"]["NullableTimestamp"];
        };
        ListingCategoryListReply: {
            data: components["schemas"]["ListingCategoryDetail"][];
            next_cursor: components["schemas"]["NextCursor"];
            total_count: components["schemas"]["TotalCount"];
            has_more: components["schemas"]["HasMore"];
            request_id: components["schemas"]["RequestId"];
        };
        ListingCategoryReply: {
            data: components["schemas"]["ListingCategoryDetail"];
            request_id: components["schemas"]["RequestId"];
        };
        /** @description `new`, `like_new`, `good`, `fair`, `poor` or `for_parts`; more may come. */
        ConditionRating: "new" | "like_new" | "good" | "fair" | "poor" | "for_parts" | (string & {});
        /** @enum {string} */
        ConditionRatingInput: "new" | "like_new" | "good" | "fair" | "poor" | "for_parts";
        Listing: {
            id: components["schemas"]["Id"];
            slug: components["schemas"]["Slug"];
            title: string;
            /** @description Markdown. */
            description: string;
            /** Format: int64 */
            price_cents: number;
            /** @description How many units were offered, sold ones included. */
            quantity: number;
            /** @description How many are left. */
            quantity_remaining: number;
            condition_rating: components["schemas"]["ConditionRating"];
            location: components["schemas"]["ListingLocation"];
            status: components["schemas"]["ListingStatus"];
            category: components["schemas"]["ListingCategory"];
            seller: components["schemas"]["MiniUser"];
            created_at: components["schemas"]["Timestamp"];
            expires_at: components["schemas"]["Timestamp"];
        };
        ListingCategory: {
            id: components["schemas"]["Id"];
            name: string;
        };
        ListingCreate: {
            title: components["schemas"]["ListingTitle"];
            description: components["schemas"]["ListingDescription"];
            price_cents: components["schemas"]["PriceCents"];
            quantity: components["schemas"]["ListingQuantity"];
            condition_rating: components["schemas"]["ConditionRatingInput"];
            /** @description One of the tenant's categories, as `GET /api/v1/listing-categories` lists them. */
            category_id: components["schemas"]["Id"];
            location: components["schemas"]["ListingLocationInput"];
            /** @description In the future, at most a year ahead; 30 days ahead when left out. */
            expires_at?: components["schemas"]["Timestamp"];
            /**
             * @description `active` when left out.
             * @enum {string}
             */
            status?: "active" | "pending";
            /** @description The member who offers it; whoever minted the key when left out. */
            seller_id?: components["schemas"]["Id"];
        };
        /** @description Markdown. */
        ListingDescription: string;
        ListingListReply: {
            data: components["schemas"]["Listing"][];
            next_cursor: components["schemas"]["NextCursor"];
            total_count: components["schemas"]["TotalCount"];
            has_more: components["schemas"]["HasMore"];
            request_id: components["schemas"]["RequestId"];
        };
        ListingLocation: {
            /** @description ISO 3166-1 alpha-2. */
            country: string;
            region: string | null;
            city: string | null;
        };
        ListingLocationInput: {
            /** @description ISO 3166-1 alpha-2. */
            country: string;
            /** Format: line */
            region?: string;
            /** Format: line */
            city?: string;
        };
        ListingQuantity: number;
        ListingPublish: {
            /** @description The member who publishes it, its seller or a moderator; whoever minted the key when left out. */
            actor_id?: components["schemas"]["Id"];
        };
        ListingReply: {
            data: components["schemas"]["Listing"];
            request_id: components["schemas"]["RequestId"];
        };
        ListingSell: {
            /** @description How many units are sold; one when left out. */
            quantity?: components["schemas"]["ListingQuantity"];
            /** @description The member who sells, its seller or a moderator; whoever minted the key when left out. */
            actor_id?: components["schemas"]["Id"];
        };
        /** @description `active`, `pending`, `sold`, `withdrawn` or `expired`; more may come. */
        ListingStatus: "active" | "pending" | "sold" | "withdrawn" | "expired" | (string & {});
        /** @enum {string} */
        ListingStatusInput: "active" | "pending" | "sold" | "withdrawn" | "expired";
        /** Format: line */
        ListingTitle: string;
        ListingUpdate: {
            title?: components["schemas"]["ListingTitle"];
            description?: components["schemas"]["ListingDescription"];
            price_cents?: components["schemas"]["PriceCents"];
            /** @description How many units are offered, sold ones included. */
            quantity?: components["schemas"]["ListingQuantity"];
            condition_rating?: components["schemas"]["ConditionRatingInput"];
            /** @description One of the tenant's categories, as `GET /api/v1/listing-categories` lists them. */
            category_id?: components["schemas"]["Id"];
            location?: components["schemas"]["ListingLocationInput"];
            /** @description In the future, at most a year ahead. */
            expires_at?: components["schemas"]["Timestamp"];
            /** @description The member who edits, its seller or a moderator; whoever minted the key when left out. */
            actor_id?: components["schemas"]["Id"];
        };
        ListingWithdraw: {
            reason?: string;
            /** @description The member who withdraws it, its seller or a moderator; whoever minted the key when left out. */
            actor_id?: components["schemas"]["Id"];
        };
        /** Format: int64 */
        PriceCents: number;
        Me: {
            tenant: components["schemas"]["Tenant"];
            key: {
                id: components["schemas"]["Id"];
                label: string;
                /** @description The first characters of the key. */
                prefix: string;
                scopes: string[];
                expires_at: components["schemas"]["NullableTimestamp"];
                created_at: components["schemas"]["Timestamp"];
            };
            user: components["schemas"]["MiniUser"];
            limits: {
                /** @description 0 means unlimited. */
                requests_per_minute: number;
                /** @description The largest `limit` of a list. */
                page_size: number;
                /** @description The largest JSON body. */
                body_bytes: number;
            };
        };
        MeReply: {
            data: components["schemas"]["Me"];
            request_id: components["schemas"]["RequestId"];
        };
        /** @description `starter`, `pro`, `creator_plus` or `sovereign`; more may come. */
        Plan: "starter" | "pro" | "creator_plus" | "sovereign" | (string & {});
        Tenant: {
            slug: components["schemas"]["Slug"];
            name: string;
            plan: components["schemas"]["Plan"];
            environment: components["schemas"]["Environment"];
        };
        /** @description How long a suspension lasts; needed for `suspend` and for nothing else. */
        DurationHours: number;
        ModerationAction: {
            id: components["schemas"]["Id"];
            action: components["schemas"]["ModerationLogAction"];
            target: components["schemas"]["ModerationTarget"];
            /** @description The member, or the one whose content it is. */
            target_user_id: components["schemas"]["Id"];
            /** @description The report that it closed; `null` for what was done without one. */
            report_id: components["schemas"]["NullableId"];
            /** @description Not null only for `suspend`. */
            duration_hours: number | null;
            /** @description The moderator's words. */
            reason: string | null;
            actor: components["schemas"]["MiniUser"];
            created_at: components["schemas"]["Timestamp"];
        };
        ModerationActionCreate: {
            action: components["schemas"]["ModerationStep"];
            /** @description The member to act on, for every action but `remove_content`. */
            target_user_id?: components["schemas"]["Id"];
            /** @description The post to delete, for `remove_content`. */
            target_post_id?: components["schemas"]["Id"];
            /** @description The listing to withdraw, for `remove_content`. */
            target_listing_id?: components["schemas"]["Id"];
            /** @description The file to delete, for `remove_content`. */
            target_file_id?: components["schemas"]["Id"];
            duration_hours?: components["schemas"]["DurationHours"];
            reason?: components["schemas"]["ModerationNote"];
            /** @description The moderator who acts; whoever minted the key when left out. */
            actor_id?: components["schemas"]["Id"];
        };
        ModerationActionListReply: {
            data: components["schemas"]["ModerationAction"][];
            next_cursor: components["schemas"]["NextCursor"];
            total_count: components["schemas"]["TotalCount"];
            has_more: components["schemas"]["HasMore"];
            request_id: components["schemas"]["RequestId"];
        };
        ModerationActionReply: {
            data: components["schemas"]["ModerationAction"];
            request_id: components["schemas"]["RequestId"];
        };
        /**
         * @description `warn`, `suspend`, `ban`, `shadow_ban`, `remove_content`, `lift_suspension`, `lift_ban`,
         *     `lift_shadow_ban`, `restore_content`, `dismiss`, or `no_action`, which is a report that was
         *     resolved without one; more may come.
         */
        ModerationLogAction: "warn" | "suspend" | "ban" | "shadow_ban" | "remove_content" | "lift_suspension" | "lift_ban" | "lift_shadow_ban" | "restore_content" | "dismiss" | "no_action" | (string & {});
        /** @enum {string} */
        ModerationLogActionInput: "warn" | "suspend" | "ban" | "shadow_ban" | "remove_content" | "lift_suspension" | "lift_ban" | "lift_shadow_ban" | "restore_content" | "dismiss" | "no_action";
        /** @enum {string} */
        ModerationMeasure: "warn" | "suspend" | "ban" | "shadow_ban" | "remove_content";
        /** @description Why, for the log. */
        ModerationNote: string;
        ModerationNotice: {
            target: components["schemas"]["ModerationTarget"];
            /** @description The moderator, or the reporter of flagged content. */
            actor: components["schemas"]["MiniUser"];
            /** @description The moderator's words, or the reporter's `reason_category`. */
            reason: string | null;
            report_id: components["schemas"]["NullableId"];
        };
        /**
         * @description A measure, or the lifting of one.
         * @enum {string}
         */
        ModerationStep: "warn" | "suspend" | "ban" | "shadow_ban" | "remove_content" | "lift_suspension" | "lift_ban" | "lift_shadow_ban";
        ModerationTarget: {
            /** @description `user`, `post`, `listing` or `file`; more may come. */
            kind: string;
            id: components["schemas"]["Id"];
        };
        Post: {
            id: components["schemas"]["Id"];
            thread_id: components["schemas"]["Id"];
            forum_slug: components["schemas"]["Slug"];
            /** @description The thread's title on its opener, `null` on a reply. */
            title: string | null;
            /**
             * Format: int64
             * @description The post that this one answers, when it is a nested reply.
             */
            parent_post_id: number | null;
            /** @description Markdown; `null` once the post is deleted. */
            body: string | null;
            author: components["schemas"]["MiniUser"];
            created_at: components["schemas"]["Timestamp"];
            edited_at: components["schemas"]["NullableTimestamp"];
            deleted_at: components["schemas"]["NullableTimestamp"];
        };
        /** @description Markdown. */
        PostBody: string;
        PostCreate: {
            /** @description The forum of a new thread, one that `GET /api/v1/forums` lists. */
            forum_slug?: components["schemas"]["Slug"];
            /** @description The title of a new thread. */
            title?: components["schemas"]["ThreadTitle"];
            /** @description The thread to reply to. */
            thread_id?: components["schemas"]["Id"];
            /** @description The post of that thread to answer. */
            parent_post_id?: components["schemas"]["Id"];
            body: components["schemas"]["PostBody"];
            /** @description The member who posts; whoever minted the key when left out. */
            author_id?: components["schemas"]["Id"];
        };
        PostDelete: {
            reason?: string;
            /** @description The member who deletes; whoever minted the key when left out. */
            actor_id?: components["schemas"]["Id"];
        };
        PostListReply: {
            data: components["schemas"]["Post"][];
            next_cursor: components["schemas"]["NextCursor"];
            total_count: components["schemas"]["TotalCount"];
            has_more: components["schemas"]["HasMore"];
            request_id: components["schemas"]["RequestId"];
        };
        PostReply: {
            data: components["schemas"]["Post"];
            request_id: components["schemas"]["RequestId"];
        };
        PostUpdate: {
            /** @description A new title, of an opener only. */
            title?: components["schemas"]["ThreadTitle"];
            body?: components["schemas"]["PostBody"];
            /** @description The member who edits; whoever minted the key when left out. */
            actor_id?: components["schemas"]["Id"];
        };
        /** Format: line */
        ThreadTitle: string;
        /** @description Such as `spam`, `harassment`, `hate`, `fraud`, `copyright`, `illegal`, `off_topic` or `other`. */
        ReasonCategory: string;
        Report: {
            id: components["schemas"]["Id"];
            reporter: components["schemas"]["MiniUser"];
            /** @description The member, or the one whose content is reported. */
            reported_user_id: components["schemas"]["Id"];
            reported_post_id: components["schemas"]["NullableId"];
            reported_listing_id: components["schemas"]["NullableId"];
            reported_file_id: components["schemas"]["NullableId"];
            reason_category: components["schemas"]["ReasonCategory"];
            /** @description The reporter's words. */
            details: string | null;
            /** @description Where the reporter was. */
            source_url: string | null;
            status: components["schemas"]["ReportStatus"];
            /** @description What it was resolved with; `null` while it is not, and where it is dismissed. */
            resolution: components["schemas"]["ReportResolution"] | null;
            created_at: components["schemas"]["Timestamp"];
            /** @description When it was resolved or dismissed. */
            resolved_at: components["schemas"]["NullableTimestamp"];
            /** @description The moderator who resolved or dismissed it. */
            resolver: components["schemas"]["MiniUser"] | null;
        };
        ReportCreate: {
            /** @description The member to report. */
            reported_user_id?: components["schemas"]["Id"];
            /** @description The post to report. */
            reported_post_id?: components["schemas"]["Id"];
            /** @description The listing to report. */
            reported_listing_id?: components["schemas"]["Id"];
            /** @description The file to report. */
            reported_file_id?: components["schemas"]["Id"];
            reason_category: components["schemas"]["ReasonCategory"];
            /** @description What a moderator should know. */
            details?: string;
            /**
             * Format: uri
             * @description The page where it was seen.
             */
            source_url?: string;
            /** @description The member who reports; whoever minted the key when left out. */
            reporter_id?: components["schemas"]["Id"];
        };
        ReportDismiss: {
            note?: components["schemas"]["ModerationNote"];
            /** @description The moderator who dismisses it; whoever minted the key when left out. */
            actor_id?: components["schemas"]["Id"];
        };
        ReportListReply: {
            data: components["schemas"]["Report"][];
            next_cursor: components["schemas"]["NextCursor"];
            total_count: components["schemas"]["TotalCount"];
            has_more: components["schemas"]["HasMore"];
            request_id: components["schemas"]["RequestId"];
        };
        ReportReply: {
            data: components["schemas"]["Report"];
            request_id: components["schemas"]["RequestId"];
        };
        /** @description `no_action`, `warn`, `suspend`, `ban`, `shadow_ban` or `remove_content`; more may come. */
        ReportResolution: "no_action" | "warn" | "suspend" | "ban" | "shadow_ban" | "remove_content" | (string & {});
        ReportResolve: {
            action?: components["schemas"]["ModerationMeasure"];
            duration_hours?: components["schemas"]["DurationHours"];
            note?: components["schemas"]["ModerationNote"];
            /** @description The moderator who resolves it; whoever minted the key when left out. */
            actor_id?: components["schemas"]["Id"];
        };
        /** @description `open`, `in_progress`, `resolved` or `dismissed`; more may come. */
        ReportStatus: "open" | "in_progress" | "resolved" | "dismissed" | (string & {});
        /** @enum {string} */
        ReportStatusInput: "open" | "in_progress" | "resolved" | "dismissed";
        /** @description 1 banned, 2 registered member, 3 moderator, 4 tenant admin, 5 super-admin. More may come. */
        Role: 1 | 2 | 3 | 4 | 5 | (number & {});
        /** Format: uri */
        AvatarUrl: string | null;
        /** Format: line */
        DisplayName: string;
        /**
         * Format: email
         * @description Kept for the member's own use; never returned by the API.
         */
        Email: string;
        User: {
            id: components["schemas"]["Id"];
            username: string;
            display_name: string;
            role: components["schemas"]["Role"];
            /** Format: uri */
            avatar_url: string | null;
            joined_at: components["schemas"]["Timestamp"];
            last_active_at: components["schemas"]["NullableTimestamp"];
            post_count: number;
            deletion_scheduled_at: components["schemas"]["NullableTimestamp"];
            /** @description Until when the member may not write; `null` once that is over (since 1.7.0). */
            suspended_until: components["schemas"]["NullableTimestamp"];
        };
        UserCreate: {
            username: components["schemas"]["Username"];
            email: components["schemas"]["Email"];
            /** @description The username when left out. */
            display_name?: components["schemas"]["DisplayName"];
            avatar_url?: components["schemas"]["AvatarUrl"];
            /** @description Whether the address is known to be the member's; false when left out. */
            email_verified?: boolean;
        };
        UserListReply: {
            data: components["schemas"]["User"][];
            next_cursor: components["schemas"]["NextCursor"];
            total_count: components["schemas"]["TotalCount"];
            has_more: components["schemas"]["HasMore"];
            request_id: components["schemas"]["RequestId"];
        };
        UserReply: {
            data: components["schemas"]["User"];
            request_id: components["schemas"]["RequestId"];
        };
        UserUpdate: {
            username?: components["schemas"]["Username"];
            email?: components["schemas"]["Email"];
            display_name?: components["schemas"]["DisplayName"];
            avatar_url?: components["schemas"]["AvatarUrl"];
            email_verified?: boolean;
        };
        Username: string;
        AttemptNumber: number;
        /** @description Failed attempts since the last one that succeeded. */
        ConsecutiveFailures: number;
        /** @description The event, byte for byte what the body of the delivery says. */
        DeliveredEvent: {
            id: components["schemas"]["EventId"];
            type: components["schemas"]["DeliveredEventType"];
            created_at: components["schemas"]["Timestamp"];
            /** @description As the type says. */
            data: {
                [key: string]: unknown;
            };
        };
        /** @description A type of the event log, or `webhook.test`. */
        DeliveredEventType: string;
        /** @description A type of the event log, or `webhook.test`. */
        DeliveredEventTypeInput: string;
        /**
         * Format: int64
         * @description A delivery's id.
         */
        DeliveryId: number;
        /**
         * @description Why it is disabled: `by_request`, `consecutive_failures` or `gone` (it answered 410). More
         *     reasons may come.
         */
        DisabledReason: string | null;
        /**
         * Format: int64
         * @description The delivery that this one repeats.
         */
        ReplayOf: number | null;
        /** @description The SHA-256 of `signing_secret`, to tell which secret is in use. */
        SecretFingerprint: string;
        /** @description `whsec_` and 32 random bytes in base64. Shown here and never again. */
        SigningSecret: string;
        /** @description Event types, or `*` for every type there is and will be. */
        SubscribedEvents: string[];
        /** @description Event types, or `*` for every type there is and will be. */
        SubscribedEventsInput: ("*" | "file.uploaded" | "listing.created" | "listing.sold" | "listing.updated" | "listing.withdrawn" | "moderation.action_taken" | "moderation.content_flagged" | "moderation.content_removed" | "moderation.user_banned" | "moderation.user_shadow_banned" | "moderation.user_suspended" | "moderation.user_warned" | "page.created" | "page.review_due" | "page.updated" | "post.created" | "post.deleted" | "post.edited" | "report.created" | "report.resolved" | "ticket.assigned" | "ticket.created" | "ticket.replied" | "ticket.status_changed" | "user.joined" | "user.left")[];
        Webhook: {
            id: components["schemas"]["Id"];
            /** Format: uri */
            url: string;
            description: components["schemas"]["WebhookDescription"];
            subscribed_events: components["schemas"]["SubscribedEvents"];
            status: components["schemas"]["WebhookStatus"];
            environment: components["schemas"]["Environment"];
            consecutive_failures: components["schemas"]["ConsecutiveFailures"];
            /** @description When the first of them was made; `null` while there are none. */
            failing_since: components["schemas"]["NullableTimestamp"];
            disabled_reason: components["schemas"]["DisabledReason"];
            secret_fingerprint: components["schemas"]["SecretFingerprint"];
            /** @description Until when the secret before the last rotation still signs as well. */
            previous_secret_expires_at: components["schemas"]["NullableTimestamp"];
            created_at: components["schemas"]["Timestamp"];
            last_success_at: components["schemas"]["NullableTimestamp"];
        };
        WebhookAttempt: {
            number: components["schemas"]["AttemptNumber"];
            started_at: components["schemas"]["Timestamp"];
            /** @description The answer's status; `null` when there was none. */
            status_code: number | null;
            latency_ms: number;
            /**
             * @description What was wrong, in a word: `status`, `redirect`, `timeout`, `dns`, `blocked_address`,
             *     `unreachable`, `connection_refused`, `connection_lost`, `tls`, `internal`. More may come; `null` on
             *     success.
             */
            error: string | null;
            /**
             * @description The first 2 KB of the answer's body, decoded where it is compressed. One whose coding is not
             *     known is told by coding and size, `[zstd, 312 bytes]`.
             */
            response_body: string | null;
        };
        WebhookCreate: {
            url: components["schemas"]["WebhookUrl"];
            description?: components["schemas"]["WebhookDescription"];
            subscribed_events: components["schemas"]["SubscribedEventsInput"];
        };
        WebhookDelivery: {
            id: components["schemas"]["DeliveryId"];
            webhook_id: components["schemas"]["Id"];
            event_id: components["schemas"]["EventId"];
            event_type: components["schemas"]["DeliveredEventType"];
            status: components["schemas"]["WebhookDeliveryStatus"];
            attempt_count: components["schemas"]["AttemptNumber"];
            /** @description When it is tried next; `null` once it is settled, and while the endpoint is disabled. */
            next_attempt_at: components["schemas"]["NullableTimestamp"];
            created_at: components["schemas"]["Timestamp"];
            /** @description When it succeeded or was given up. */
            completed_at: components["schemas"]["NullableTimestamp"];
            replay_of: components["schemas"]["ReplayOf"];
        };
        WebhookDeliveryDetail: {
            id: components["schemas"]["DeliveryId"];
            webhook_id: components["schemas"]["Id"];
            event_id: components["schemas"]["EventId"];
            event_type: components["schemas"]["DeliveredEventType"];
            status: components["schemas"]["WebhookDeliveryStatus"];
            attempt_count: components["schemas"]["AttemptNumber"];
            /** @description When it is tried next; `null` once it is settled, and while the endpoint is disabled. */
            next_attempt_at: components["schemas"]["NullableTimestamp"];
            created_at: components["schemas"]["Timestamp"];
            /** @description When it succeeded or was given up. */
            completed_at: components["schemas"]["NullableTimestamp"];
            replay_of: components["schemas"]["ReplayOf"];
            event: components["schemas"]["DeliveredEvent"];
            attempts: components["schemas"]["WebhookAttempt"][];
        };
        WebhookDeliveryDetailReply: {
            data: components["schemas"]["WebhookDeliveryDetail"];
            request_id: components["schemas"]["RequestId"];
        };
        WebhookDeliveryListReply: {
            data: components["schemas"]["WebhookDelivery"][];
            next_cursor: components["schemas"]["NextCursor"];
            total_count: components["schemas"]["TotalCount"];
            has_more: components["schemas"]["HasMore"];
            request_id: components["schemas"]["RequestId"];
        };
        WebhookDeliveryReply: {
            data: components["schemas"]["WebhookDelivery"];
            request_id: components["schemas"]["RequestId"];
        };
        /**
         * @description `pending` before the first attempt, `failed` when the last one failed and another will
         *     follow, `succeeded`, or `exhausted` when none will. More may come.
         */
        WebhookDeliveryStatus: "pending" | "succeeded" | "failed" | "exhausted" | (string & {});
        /** @enum {string} */
        WebhookDeliveryStatusInput: "pending" | "succeeded" | "failed" | "exhausted";
        WebhookDescription: string | null;
        WebhookEnabled: {
            id: components["schemas"]["Id"];
            /** Format: uri */
            url: string;
            description: components["schemas"]["WebhookDescription"];
            subscribed_events: components["schemas"]["SubscribedEvents"];
            status: components["schemas"]["WebhookStatus"];
            environment: components["schemas"]["Environment"];
            consecutive_failures: components["schemas"]["ConsecutiveFailures"];
            /** @description When the first of them was made; `null` while there are none. */
            failing_since: components["schemas"]["NullableTimestamp"];
            disabled_reason: components["schemas"]["DisabledReason"];
            secret_fingerprint: components["schemas"]["SecretFingerprint"];
            /** @description Until when the secret before the last rotation still signs as well. */
            previous_secret_expires_at: components["schemas"]["NullableTimestamp"];
            created_at: components["schemas"]["Timestamp"];
            last_success_at: components["schemas"]["NullableTimestamp"];
            waiting: components["schemas"]["WebhookWaiting"];
        };
        WebhookEnabledReply: {
            data: components["schemas"]["WebhookEnabled"];
            request_id: components["schemas"]["RequestId"];
        };
        WebhookListReply: {
            data: components["schemas"]["Webhook"][];
            next_cursor: components["schemas"]["NextCursor"];
            total_count: components["schemas"]["TotalCount"];
            has_more: components["schemas"]["HasMore"];
            request_id: components["schemas"]["RequestId"];
        };
        WebhookReplay: {
            /** @description Only events created at or after this time. */
            since: components["schemas"]["Timestamp"];
            /** @description Only events created before this time; now when left out. */
            until?: components["schemas"]["Timestamp"];
            /** @description Only events of these types; what the endpoint is subscribed to when left out. */
            types?: components["schemas"]["EventTypeInput"][];
            /**
             * @description Only events of the last 30 days that the endpoint has not received and that are not on their
             *     way to it; every event when left out.
             */
            undelivered?: boolean;
        };
        WebhookReplayReply: {
            data: components["schemas"]["WebhookReplayed"];
            request_id: components["schemas"]["RequestId"];
        };
        WebhookReplayed: {
            /** @description Deliveries about to be made. */
            queued: number;
            /** @description Whether events are left that the call did not reach. */
            has_more: boolean;
            /**
             * Format: date-time
             * @description With `has_more`, the `since` of the next call.
             */
            next_since: string | null;
        };
        WebhookReply: {
            data: components["schemas"]["Webhook"];
            request_id: components["schemas"]["RequestId"];
        };
        WebhookSecretReply: {
            data: components["schemas"]["WebhookWithSecret"];
            request_id: components["schemas"]["RequestId"];
        };
        WebhookSecretRotate: {
            /** @description How long the old secret signs as well; 24 when left out. */
            grace_hours?: number;
        };
        /** @description `active` or `disabled`; more may come. */
        WebhookStatus: "active" | "disabled" | (string & {});
        WebhookTestEvent: {
            id: components["schemas"]["EventId"];
            /** @constant */
            type: "webhook.test";
            created_at: components["schemas"]["Timestamp"];
            data: {
                webhook_id: components["schemas"]["Id"];
            };
        };
        WebhookUpdate: {
            url?: components["schemas"]["WebhookUrl"];
            description?: components["schemas"]["WebhookDescription"];
            subscribed_events?: components["schemas"]["SubscribedEventsInput"];
        };
        /** @description HTTPS, without user name and password, leading to a public address. */
        WebhookUrl: string;
        /** @description What the endpoint did not get while it was disabled; `null` when that is nothing. */
        WebhookWaiting: {
            /**
             * @description Events of this time that it is subscribed to. Those that it has received nevertheless are
             *     counted, and not sent again.
             */
            events: number;
            replay: components["schemas"]["WebhookWaitingReplay"];
        } | null;
        /** @description The body of the call to `POST /api/v1/webhooks/{id}/replay` that sends it. */
        WebhookWaitingReplay: {
            since: components["schemas"]["Timestamp"];
            until: components["schemas"]["Timestamp"];
            undelivered: boolean;
        };
        WebhookWithSecret: {
            id: components["schemas"]["Id"];
            /** Format: uri */
            url: string;
            description: components["schemas"]["WebhookDescription"];
            subscribed_events: components["schemas"]["SubscribedEvents"];
            status: components["schemas"]["WebhookStatus"];
            environment: components["schemas"]["Environment"];
            consecutive_failures: components["schemas"]["ConsecutiveFailures"];
            /** @description When the first of them was made; `null` while there are none. */
            failing_since: components["schemas"]["NullableTimestamp"];
            disabled_reason: components["schemas"]["DisabledReason"];
            secret_fingerprint: components["schemas"]["SecretFingerprint"];
            /** @description Until when the secret before the last rotation still signs as well. */
            previous_secret_expires_at: components["schemas"]["NullableTimestamp"];
            created_at: components["schemas"]["Timestamp"];
            last_success_at: components["schemas"]["NullableTimestamp"];
            signing_secret: components["schemas"]["SigningSecret"];
        };
        HelpAgent: {
            id: components["schemas"]["Id"];
            /** @description The member who the agent is. */
            user_id: components["schemas"]["Id"];
            /** @description The member's display name. */
            name: string;
            /** @description The member's address; `null` where there is none. */
            email: string | null;
            /** @description Whether tickets may be given to the agent. */
            is_active: boolean;
            /** @description The queues that the agent works on, by their ids. */
            queue_ids: components["schemas"]["Id"][];
            presence: components["schemas"]["HelpPresence"];
            /** @description How many open tickets the agent is given at most; `null` without a bound. */
            capacity: number | null;
        };
        HelpAgentCreate: {
            /** @description The member who becomes an agent. */
            user_id: components["schemas"]["Id"];
            /** @description None when left out. */
            queue_ids?: components["schemas"]["HelpAgentQueues"];
            /** @description `offline` when left out. */
            presence?: components["schemas"]["HelpPresenceInput"];
            capacity?: components["schemas"]["HelpCapacity"];
        };
        HelpAgentListReply: {
            data: components["schemas"]["HelpAgent"][];
            next_cursor: components["schemas"]["NextCursor"];
            total_count: components["schemas"]["TotalCount"];
            has_more: components["schemas"]["HasMore"];
            request_id: components["schemas"]["RequestId"];
        };
        HelpAgentQueues: components["schemas"]["Id"][];
        HelpAgentReply: {
            data: components["schemas"]["HelpAgent"];
            request_id: components["schemas"]["RequestId"];
        };
        HelpAgentUpdate: {
            queue_ids?: components["schemas"]["HelpAgentQueues"];
            presence?: components["schemas"]["HelpPresenceInput"];
            capacity?: components["schemas"]["HelpCapacity"];
        };
        /** @description How many open tickets the agent is given at most; without a bound where it is `null`. */
        HelpCapacity: number | null;
        /** @description `available` for new tickets, `away` for a while, or `offline`; more may come. */
        HelpPresence: "available" | "away" | "offline" | (string & {});
        /** @enum {string} */
        HelpPresenceInput: "available" | "away" | "offline";
        AiCategory: {
            /** @description One of the tenant's active topics; `null` where none fits. */
            help_topic_id: components["schemas"]["NullableId"];
            /** @description One of the tenant's queues; `null` where none fits. */
            queue_id: components["schemas"]["NullableId"];
            confidence: components["schemas"]["AiConfidence"];
            /** @description Why, in a sentence or two. */
            reasoning: string;
        };
        AiCategoryReply: {
            ok: components["schemas"]["AiOk"];
            data?: components["schemas"]["AiCategory"];
            usage?: components["schemas"]["AiUsage"];
            error?: components["schemas"]["AiErrorCode"];
        };
        /** @description How sure the model is, from 0 to 1. */
        AiConfidence: number;
        /** @description Why there is no answer, with `ok` `false` and status 200; more may come. Each has a page. */
        AiErrorCode: "no_key" | "gate_blocked" | "ticket_not_found" | "no_requester_text" | "malformed_json" | "provider_error" | (string & {});
        AiGap: {
            /** @description What the tickets ask, in one line. */
            question: string;
            /** @description The tickets that ask it, at least two, by their ids. */
            ticket_ids: components["schemas"]["Id"][];
        };
        AiGaps: {
            gaps: components["schemas"]["AiGap"][];
        };
        AiGapsReply: {
            ok: components["schemas"]["AiOk"];
            data?: components["schemas"]["AiGaps"];
            /**
             * @description Pages of the wiki that members found unhelpful in these days, at most 20; those that most did come first.
             *     They are counted. The model is told of them, and says in its questions what they leave open.
             */
            weak_pages?: components["schemas"]["AiWeakPage"][];
            usage?: components["schemas"]["AiUsage"];
            error?: components["schemas"]["AiErrorCode"];
        };
        AiIntent: {
            /**
             * Format: line
             * @description What the text is for, in one line.
             */
            intent: string;
        };
        /** @description `true` with an answer and its `usage`, `false` with `error`. */
        AiOk: boolean;
        AiWeakPage: {
            slug: string;
            title: string;
            /** @description How many of the last 1,000 unhelpful votes of these days are about it. */
            unhelpful_votes: number;
            helpful_count: components["schemas"]["KnowHelpfulCount"];
            unhelpful_count: components["schemas"]["KnowUnhelpfulCount"];
            view_count: components["schemas"]["KnowViewCount"];
        };
        AiPrediction: {
            /** @description Hours until it may be resolved. */
            eta_hours: number;
            risk: components["schemas"]["AiRisk"];
            /** @description What to do next. */
            next_action: string;
            /** @description What is in the way. */
            blockers: string[];
        };
        AiPredictionReply: {
            ok: components["schemas"]["AiOk"];
            data?: components["schemas"]["AiPrediction"];
            usage?: components["schemas"]["AiUsage"];
            error?: components["schemas"]["AiErrorCode"];
        };
        AiQuestion: {
            question: string;
        };
        /** @description The risk that it takes too long, `low`, `medium` or `high`; more may come. */
        AiRisk: "low" | "medium" | "high" | (string & {});
        AiSentiment: {
            /** @description `angry`, `frustrated`, `confused`, `neutral`, `satisfied` or `happy`; more may come. */
            overall: "angry" | "frustrated" | "confused" | "neutral" | "satisfied" | "happy" | (string & {});
            confidence: components["schemas"]["AiConfidence"];
            /** @description What in the text speaks for it. */
            signals: string[];
        };
        AiSentimentReply: {
            ok: components["schemas"]["AiOk"];
            data?: components["schemas"]["AiSentiment"];
            usage?: components["schemas"]["AiUsage"];
            error?: components["schemas"]["AiErrorCode"];
        };
        /** @description Three drafts of a reply. */
        AiDrafts: string[];
        AiSuggestionsReply: {
            ok: components["schemas"]["AiOk"];
            suggestions?: components["schemas"]["AiDrafts"];
            usage?: components["schemas"]["AiUsage"];
            error?: components["schemas"]["AiErrorCode"];
        };
        AiTextReply: {
            ok: components["schemas"]["AiOk"];
            text?: string;
            usage?: components["schemas"]["AiUsage"];
            error?: components["schemas"]["AiErrorCode"];
        };
        AiTicket: {
            ticket_id: components["schemas"]["Id"];
        };
        AiUsage: {
            /** @description Input, written to the provider's cache and read from it, together. */
            prompt_tokens: number;
            completion_tokens: number;
            /** @description The model that answered. */
            model: string;
        };
        /** @description `agent`, `requester`, `system` or `api`; more may come. */
        HelpActorKind: "agent" | "requester" | "system" | "api" | (string & {});
        /** @enum {string} */
        HelpActorKindInput: "agent" | "requester" | "system" | "api";
        HelpAuditEntry: {
            id: components["schemas"]["Id"];
            event_key: components["schemas"]["HelpEventKey"];
            actor_kind: components["schemas"]["HelpActorKind"];
            actor: components["schemas"]["TicketAuthor"];
            target: {
                kind: components["schemas"]["HelpAuditTargetKind"];
                id: components["schemas"]["Id"];
            };
            /** @description What was changed, as it was; `null` for something new. */
            before_json: components["schemas"]["AuditChange"];
            /** @description The same as it became; `null` for what is gone. Never a secret or the text of a message. */
            after_json: components["schemas"]["AuditChange"];
            created_at: components["schemas"]["Timestamp"];
        };
        HelpAuditReply: {
            data: components["schemas"]["HelpAuditEntry"][];
            next_cursor: components["schemas"]["NextCursor"];
            total_count: components["schemas"]["TotalCount"];
            has_more: components["schemas"]["HasMore"];
            request_id: components["schemas"]["RequestId"];
        };
        /**
         * @description What kind of thing it was done to: `ticket`, `canned_response`, `email_account`, `help_agent`,
         *     `help_calendar`, `help_queue`, `help_settings`, `help_tag`, `help_topic`, `inbound_email`,
         *     `notification_pref`, `outgoing_email` or `sla_plan`; more may come.
         */
        HelpAuditTargetKind: string;
        /**
         * @description What was done. To tickets: `ticket.created`, `ticket.replied`, `ticket.updated`, `ticket.assigned` and
         *     `ticket.status_changed`, by the clock `sla.at_risk` and `sla.breached`; to what the desk is set up with
         *     `help_queue.updated` and the like.
         *     Of mail: `inbound_email.ignored` (it led to no ticket), `inbound_email.id_reused` (its Message-ID was
         *     another's), `inbound_email.held_back` (a program may be answering us) and `inbound_email.refused` (a relay
         *     handed over what is no mail). More may come.
         */
        HelpEventKey: string;
        /** @description What changes of each ticket; omitted fields keep their value. */
        BulkChange: {
            status?: components["schemas"]["TicketStatusGoal"];
            priority?: components["schemas"]["TicketPriorityInput"];
            queue_id?: components["schemas"]["Id"];
            /** @description The topic that it is about; `null` for none. */
            help_topic_id?: components["schemas"]["NullableIdInput"];
            /** @description The agent whose ticket it is; `null` for none. */
            assignee_id?: components["schemas"]["NullableIdInput"];
            /** @description In place of the tags that it has; without `add_tags` and `remove_tags`. */
            tags?: components["schemas"]["TicketTags"];
            /** @description Tags that it gets as well. */
            add_tags?: components["schemas"]["TicketTags"];
            /** @description Tags that it loses. */
            remove_tags?: components["schemas"]["TicketTags"];
            custom_fields?: components["schemas"]["TicketFields"];
            /** @description In the future; `null` brings the ticket back. */
            snoozed_until?: components["schemas"]["NullableTimeInput"];
        };
        /** @description What changes of each ticket, as it was asked for. */
        BulkChangeTold: {
            [key: string]: unknown;
        };
        /** @description The filters of the list of tickets, which combine with each other. */
        BulkFilter: {
            status?: components["schemas"]["TicketStatusInput"][];
            priority?: components["schemas"]["TicketPriorityInput"];
            queue_id?: components["schemas"]["Id"];
            assignee_id?: components["schemas"]["Id"];
            unassigned?: boolean;
            sla_state?: components["schemas"]["TicketSlaStateInput"];
            snoozed?: boolean;
            requester_email?: components["schemas"]["RequesterEmail"];
            tag?: components["schemas"]["Slug"];
            /** Format: date-time */
            updated_since?: string;
        };
        /** @description `pending` until it is its turn, then `updated`, `unchanged` where it was so already, or `failed`; more may come. */
        BulkOutcome: "pending" | "updated" | "unchanged" | "failed" | (string & {});
        /** @enum {string} */
        BulkOutcomeInput: "pending" | "updated" | "unchanged" | "failed";
        BulkResult: {
            ticket_id: components["schemas"]["Id"];
            /** @description The reference of the ticket; `null` where there is none with this id. */
            reference: string | null;
            outcome: components["schemas"]["BulkOutcome"];
            error: components["schemas"]["BulkResultError"];
        };
        /** @description Why it failed, as a request would have been refused; `null` where it did not. */
        BulkResultError: {
            code: string;
            field: string | null;
            message: string;
        } | null;
        BulkResultListReply: {
            data: components["schemas"]["BulkResult"][];
            next_cursor: components["schemas"]["NextCursor"];
            total_count: components["schemas"]["TotalCount"];
            has_more: components["schemas"]["HasMore"];
            request_id: components["schemas"]["RequestId"];
        };
        /** @description `queued`, `running` or `finished`; more may come. */
        BulkStatus: "queued" | "running" | "finished" | (string & {});
        BulkUpdate: {
            id: components["schemas"]["Id"];
            status: components["schemas"]["BulkStatus"];
            change: components["schemas"]["BulkChangeTold"];
            /** @description How many tickets it is about. */
            total: number;
            updated: number;
            /** @description How many were so already. */
            unchanged: number;
            failed: number;
            by: components["schemas"]["TicketAuthor"];
            created_at: components["schemas"]["Timestamp"];
            /** @description When the last ticket was done; `null` before. */
            finished_at: components["schemas"]["NullableTimestamp"];
        };
        BulkUpdateCreate: {
            ticket_ids?: components["schemas"]["Id"][];
            filter?: components["schemas"]["BulkFilter"];
            change: components["schemas"]["BulkChange"];
            agent_id?: components["schemas"]["ActingAgentId"];
        };
        BulkUpdateListReply: {
            data: components["schemas"]["BulkUpdate"][];
            next_cursor: components["schemas"]["NextCursor"];
            total_count: components["schemas"]["TotalCount"];
            has_more: components["schemas"]["HasMore"];
            request_id: components["schemas"]["RequestId"];
        };
        BulkUpdateReply: {
            data: components["schemas"]["BulkUpdate"];
            request_id: components["schemas"]["RequestId"];
        };
        HelpCalendar: {
            id: components["schemas"]["Id"];
            name: string;
            /** @description A name of the IANA database. */
            time_zone: string;
            /** @description From Monday on, and by the hour. */
            hours: components["schemas"]["HelpHours"][];
            /** @description By their dates. */
            holidays: components["schemas"]["HelpHoliday"][];
        };
        HelpCalendarCreate: {
            name: components["schemas"]["HelpName"];
            time_zone: components["schemas"]["HelpTimeZone"];
            hours: components["schemas"]["HelpWeek"];
            /** @description None when left out. */
            holidays?: components["schemas"]["HelpHolidays"];
        };
        HelpCalendarListReply: {
            data: components["schemas"]["HelpCalendar"][];
            next_cursor: components["schemas"]["NextCursor"];
            total_count: components["schemas"]["TotalCount"];
            has_more: components["schemas"]["HasMore"];
            request_id: components["schemas"]["RequestId"];
        };
        HelpCalendarReply: {
            data: components["schemas"]["HelpCalendar"];
            request_id: components["schemas"]["RequestId"];
        };
        HelpCalendarUpdate: {
            name?: components["schemas"]["HelpName"];
            time_zone?: components["schemas"]["HelpTimeZone"];
            hours?: components["schemas"]["HelpWeek"];
            holidays?: components["schemas"]["HelpHolidays"];
        };
        HelpHoliday: {
            /**
             * Format: date
             * @description The day in the calendar's time zone.
             */
            date: string;
            name: string;
        };
        HelpHolidayInput: {
            /**
             * Format: date
             * @description The day in the calendar's time zone.
             */
            date: string;
            name: components["schemas"]["HelpName"];
        };
        HelpHolidays: components["schemas"]["HelpHolidayInput"][];
        HelpHours: {
            day: components["schemas"]["HelpWeekday"];
            /** @description The time of opening, `09:00`. */
            opens: string;
            /** @description The time of closing, up to `24:00`. */
            closes: string;
        };
        HelpHoursInput: {
            day: components["schemas"]["HelpWeekdayInput"];
            /** @description The time of opening, `09:00`. */
            opens: string;
            /** @description The time of closing, up to `24:00`. */
            closes: string;
        };
        /** @description A name of the IANA database, such as `Europe/Berlin`, or `UTC`. */
        HelpTimeZone: string;
        /** @description The hours of the week, in any order; a day may have several, and one without any is closed. */
        HelpWeek: components["schemas"]["HelpHoursInput"][];
        /** @description `monday`, `tuesday`, `wednesday`, `thursday`, `friday`, `saturday` or `sunday`. */
        HelpWeekday: "monday" | "tuesday" | "wednesday" | "thursday" | "friday" | "saturday" | "sunday" | (string & {});
        /** @enum {string} */
        HelpWeekdayInput: "monday" | "tuesday" | "wednesday" | "thursday" | "friday" | "saturday" | "sunday";
        CannedResponse: {
            id: components["schemas"]["Id"];
            slug: components["schemas"]["Slug"];
            title: string;
            /** @description Markdown with Mustache placeholders, as it was written. */
            body_md: string;
            /** @description The queue that it is for; `null` for all. */
            queue_id: components["schemas"]["NullableId"];
            /** @description Whether it is offered to agents. */
            is_active: boolean;
            /** @description Its place in the list. */
            sort_order: number;
            /** @description How many replies were made with it. */
            use_count: number;
        };
        CannedResponseCreate: {
            slug: components["schemas"]["Slug"];
            title: components["schemas"]["CannedTitle"];
            body_md: components["schemas"]["CannedBody"];
            /** @description All queues when left out. */
            queue_id?: components["schemas"]["HelpQueueChoice"];
            /** @description `true` when left out. */
            is_active?: boolean;
            sort_order?: components["schemas"]["HelpSortOrder"];
        };
        CannedResponseListReply: {
            data: components["schemas"]["CannedResponse"][];
            next_cursor: components["schemas"]["NextCursor"];
            total_count: components["schemas"]["TotalCount"];
            has_more: components["schemas"]["HasMore"];
            request_id: components["schemas"]["RequestId"];
        };
        CannedResponseReply: {
            data: components["schemas"]["CannedResponse"];
            request_id: components["schemas"]["RequestId"];
        };
        CannedResponseUpdate: {
            slug?: components["schemas"]["Slug"];
            title?: components["schemas"]["CannedTitle"];
            body_md?: components["schemas"]["CannedBody"];
            queue_id?: components["schemas"]["HelpQueueChoice"];
            is_active?: boolean;
            sort_order?: components["schemas"]["HelpSortOrder"];
        };
        /** @description Markdown, with Mustache placeholders that are kept as they are. */
        CannedBody: string;
        CannedPreview: {
            /** @description Markdown, filled in. */
            text: string;
            /** @description The same as safe HTML. */
            html: string;
            /** @description Placeholders that do not exist, by their names. */
            unknown: string[];
        };
        CannedPreviewAsk: {
            /** @description The ticket whose reply it would be. */
            ticket_id: components["schemas"]["Id"];
        };
        CannedPreviewReply: {
            data: components["schemas"]["CannedPreview"];
            request_id: components["schemas"]["RequestId"];
        };
        /** Format: line */
        CannedTitle: string;
        /**
         * Format: int64
         * @description One of the tenant's queues.
         */
        HelpQueueChoice: number | null;
        /** @description Its place in the list, the lowest first; 100 when never given. */
        HelpSortOrder: number;
        EmailAccount: {
            id: components["schemas"]["Id"];
            address: string;
            name: string;
            /** @description Whether mail about tickets that came by no mail is sent from it. */
            is_default: boolean;
            authentication_server: components["schemas"]["EmailAuthenticationServerName"];
            secret_rotated_at: components["schemas"]["Timestamp"];
            /** @description Until when the secret before is taken as well; `null` where it is not. */
            previous_secret_expires_at: components["schemas"]["NullableTimestamp"];
            /** @description When the signing key of Mailgun was set; `null` where none is asked for. */
            mailgun_signing_key_set_at: components["schemas"]["NullableTimestamp"];
            created_at: components["schemas"]["Timestamp"];
        };
        EmailAccountCreate: {
            address: components["schemas"]["RequesterEmail"];
            name: components["schemas"]["HelpName"];
            /** @description `false` when left out, unless it is the first. */
            is_default?: boolean;
            authentication_server?: components["schemas"]["EmailAuthenticationServer"];
            mailgun_signing_key?: components["schemas"]["MailgunSigningKey"];
        };
        EmailAccountListReply: {
            data: components["schemas"]["EmailAccount"][];
            next_cursor: components["schemas"]["NextCursor"];
            total_count: components["schemas"]["TotalCount"];
            has_more: components["schemas"]["HasMore"];
            request_id: components["schemas"]["RequestId"];
        };
        EmailAccountReply: {
            data: components["schemas"]["EmailAccount"];
            request_id: components["schemas"]["RequestId"];
        };
        EmailAccountUpdate: {
            address?: components["schemas"]["RequesterEmail"];
            name?: components["schemas"]["HelpName"];
            is_default?: boolean;
            authentication_server?: components["schemas"]["EmailAuthenticationServer"];
            mailgun_signing_key?: components["schemas"]["MailgunSigningKey"];
        };
        EmailAccountWithSecret: {
            id: components["schemas"]["Id"];
            address: string;
            name: string;
            /** @description Whether mail about tickets that came by no mail is sent from it. */
            is_default: boolean;
            authentication_server: components["schemas"]["EmailAuthenticationServerName"];
            secret_rotated_at: components["schemas"]["Timestamp"];
            /** @description Until when the secret before is taken as well; `null` where it is not. */
            previous_secret_expires_at: components["schemas"]["NullableTimestamp"];
            /** @description When the signing key of Mailgun was set; `null` where none is asked for. */
            mailgun_signing_key_set_at: components["schemas"]["NullableTimestamp"];
            created_at: components["schemas"]["Timestamp"];
            /** @description The secret of its relay; it is shown here and never again. */
            inbound_secret: string;
        };
        EmailAccountWithSecretReply: {
            data: components["schemas"]["EmailAccountWithSecret"];
            request_id: components["schemas"]["RequestId"];
        };
        /**
         * @description The HTTP webhook signing key of Mailgun. With it each post of Mailgun has to carry its signature as well; `null`
         *     asks for none. It is kept sealed, and shown never again.
         */
        MailgunSigningKey: string | null;
        /**
         * @description The server whose `Authentication-Results` (RFC 8601) are believed, by its authserv-id. Only where it says
         *     that a mail of an agent passed is that a reply of the agent; `null` believes none.
         */
        EmailAuthenticationServerName: string | null;
        /** Format: line */
        EmailAuthenticationServer: string | null;
        InboundEmail: {
            /** @description The sender, `Name <address>` or an address. */
            from?: string | null;
            /** @description The sender's name, in place of the one in `from`. */
            from_name?: string | null;
            subject?: string | null;
            /** @description The plain text. */
            text?: string | null;
            /** @description The HTML. */
            html?: string | null;
            /** @description The Message-ID, with or without its brackets. */
            message_id: string;
            in_reply_to?: components["schemas"]["InboundEmailField"];
            references?: components["schemas"]["InboundEmailField"];
            /** @description The header fields by their names in any case, each a text or a list of texts. */
            headers?: {
                [key: string]: unknown;
            } | null;
            /** @description The envelope, whose `from` counts where the mail names no sender. */
            envelope?: ({
                from?: string | null;
            } & {
                [key: string]: unknown;
            }) | null;
            /** @description The files of the mail. */
            attachments?: components["schemas"]["InboundEmailFile"][] | null;
        } & {
            [key: string]: unknown;
        };
        InboundEmailFile: {
            name?: string | null;
            content_type?: string | null;
            /** @description Its bytes in Base64. */
            content: string;
            /** @description That by which the HTML shows it, with or without brackets. */
            content_id?: string | null;
        } & {
            [key: string]: unknown;
        };
        /**
         * @description Whether it opened a ticket (`created`), was added to one (`appended`), or had no effect (`ignored`);
         *     more may come.
         */
        InboundEmailAction: "created" | "appended" | "ignored" | (string & {});
        /** @description A header field as a text, several as a list of texts, or `null`. */
        InboundEmailField: unknown;
        InboundEmailOutcome: {
            ok: boolean;
            /** @description The ticket; `null` where the mail led to none. */
            ticket_id: components["schemas"]["NullableId"];
            reference: string | null;
            action: components["schemas"]["InboundEmailAction"];
        };
        /** @description What the relay documents, of at most 50 MiB. */
        RelayedEmail: string;
        /** @description The way of telling, `email`; more may come. */
        NotificationChannel: string;
        /**
         * @description What is told of: `ticket.created`, `ticket.replied`, `ticket.status_changed`, `ticket.assigned`,
         *     `sla.at_risk` or `sla.breached`; more may come.
         */
        NotificationEventKey: string;
        NotificationPref: {
            event_key: components["schemas"]["NotificationEventKey"];
            channel: components["schemas"]["NotificationChannel"];
            /** @description Whether it is told. */
            enabled: boolean;
            source: components["schemas"]["NotificationSource"];
        };
        NotificationPrefOfScope: {
            scope: components["schemas"]["NotificationScope"];
            /**
             * Format: int64
             * @description The id of the agent or requester; 0 for the tenant.
             */
            scope_id: number;
            event_key: components["schemas"]["NotificationEventKey"];
            channel: components["schemas"]["NotificationChannel"];
            /** @description Whether it is told. */
            enabled: boolean;
            source: components["schemas"]["NotificationSource"];
        };
        NotificationPrefReply: {
            data: components["schemas"]["NotificationPrefOfScope"];
            request_id: components["schemas"]["RequestId"];
        };
        NotificationPrefSet: {
            scope: components["schemas"]["NotificationScopeInput"];
            /** @description The id of the agent or requester; 0 for the tenant. */
            scope_id: components["schemas"]["NotificationScopeId"];
            /** @description What is told of, such as `ticket.created`. */
            event_key: string;
            /** @description The way of telling, such as `email`. */
            channel: string;
            enabled: boolean;
        };
        NotificationPrefs: {
            scope: components["schemas"]["NotificationScope"];
            /**
             * Format: int64
             * @description The id of the agent or requester; 0 for the tenant.
             */
            scope_id: number;
            /** @description Of every kind of event that is known, or was set. */
            prefs: components["schemas"]["NotificationPref"][];
        };
        NotificationPrefsReply: {
            data: components["schemas"]["NotificationPrefs"];
            request_id: components["schemas"]["RequestId"];
        };
        /** @description Whose preference, `tenant_default`, of one `agent` or one `requester`; more may come. */
        NotificationScope: "tenant_default" | "agent" | "requester" | (string & {});
        /** Format: int64 */
        NotificationScopeId: number;
        /** @enum {string} */
        NotificationScopeInput: "tenant_default" | "agent" | "requester";
        /**
         * @description Where it comes from: set for the `agent` or `requester`, for the tenant (`tenant_default`), or never
         *     set (`built_in`); more may come.
         */
        NotificationSource: "agent" | "requester" | "tenant_default" | "built_in" | (string & {});
        HelpMailbox: {
            email: string;
            name: string;
        };
        HelpTicketOfMail: {
            id: components["schemas"]["Id"];
            reference: components["schemas"]["TicketReference"];
        };
        NullableHelpTicketOfMail: {
            id: components["schemas"]["Id"];
            reference: components["schemas"]["TicketReference"];
        } | null;
        OutgoingEmail: {
            id: components["schemas"]["Id"];
            kind: components["schemas"]["OutgoingEmailKind"];
            /** @description The ticket that it is about. */
            ticket: components["schemas"]["HelpTicketOfMail"];
            /** @description The message that it carries or confirms; `null` where it belongs to none. */
            ticket_message_id: components["schemas"]["NullableId"];
            /** @description The sender. */
            from: components["schemas"]["HelpMailbox"];
            /** @description The recipient. */
            to: components["schemas"]["HelpMailbox"];
            subject: string;
            status: components["schemas"]["OutgoingEmailStatus"];
            /** @description How often it was handed to a mail server. */
            attempts: number;
            /** @description Why the last attempt failed; `null` where it did not. */
            error: string | null;
            /** @description The status of the report of a mail server, such as `5.1.1` (RFC 3463). */
            bounce_status: string | null;
            created_at: components["schemas"]["Timestamp"];
            sent_at: components["schemas"]["NullableTimestamp"];
        };
        OutgoingEmailWithText: {
            id: components["schemas"]["Id"];
            kind: components["schemas"]["OutgoingEmailKind"];
            /** @description The ticket that it is about. */
            ticket: components["schemas"]["HelpTicketOfMail"];
            /** @description The message that it carries or confirms; `null` where it belongs to none. */
            ticket_message_id: components["schemas"]["NullableId"];
            /** @description The sender. */
            from: components["schemas"]["HelpMailbox"];
            /** @description The recipient. */
            to: components["schemas"]["HelpMailbox"];
            subject: string;
            status: components["schemas"]["OutgoingEmailStatus"];
            /** @description How often it was handed to a mail server. */
            attempts: number;
            /** @description Why the last attempt failed; `null` where it did not. */
            error: string | null;
            /** @description The status of the report of a mail server, such as `5.1.1` (RFC 3463). */
            bounce_status: string | null;
            created_at: components["schemas"]["Timestamp"];
            sent_at: components["schemas"]["NullableTimestamp"];
            /** @description The Message-ID, without its brackets. */
            message_id: string;
            /**
             * @description The text; `null` of a mail that left more than 90 days ago, and of a `survey`, whose link is its
             *     recipient's alone.
             */
            text: string | null;
        };
        /**
         * @description A `confirmation` of a ticket that a mail has opened, an agent's `reply`, a `survey` that asks for a rating, or a
         *     `notification` of an agent; more may come.
         */
        OutgoingEmailKind: "confirmation" | "reply" | "survey" | "notification" | (string & {});
        /**
         * @description Whether it waits to be sent or is being sent (`pending`), a mail server has taken it (`sent`) or never will
         *     (`failed`), it came back (`bounced`), or was `cancelled`; more may come.
         */
        OutgoingEmailStatus: "pending" | "sent" | "failed" | "bounced" | "cancelled" | (string & {});
        /** @enum {string} */
        OutgoingEmailStatusInput: "pending" | "sent" | "failed" | "bounced" | "cancelled";
        OutgoingEmailListReply: {
            data: components["schemas"]["OutgoingEmail"][];
            next_cursor: components["schemas"]["NextCursor"];
            total_count: components["schemas"]["TotalCount"];
            has_more: components["schemas"]["HasMore"];
            request_id: components["schemas"]["RequestId"];
        };
        OutgoingEmailReply: {
            data: components["schemas"]["OutgoingEmailWithText"];
            request_id: components["schemas"]["RequestId"];
        };
        ReceivedEmail: {
            id: components["schemas"]["Id"];
            /** @description The e-mail account that it came for. */
            account_id: components["schemas"]["Id"];
            /** @description The Message-ID, without its brackets. */
            message_id: string;
            kind: components["schemas"]["ReceivedEmailKind"];
            /** @description As the mail says; nothing proves it. */
            sender: components["schemas"]["HelpMailbox"];
            subject: string;
            action: components["schemas"]["InboundEmailAction"];
            /** @description The ticket that it opened or was added to; `null` where it led to none. */
            ticket: components["schemas"]["NullableHelpTicketOfMail"];
            /** @description The message that it became. */
            ticket_message_id: components["schemas"]["NullableId"];
            unanswered: components["schemas"]["ReceivedEmailUnanswered"];
            /** @description Whether it is of a stranger to the ticket, or of an agent that nothing proves. */
            is_third_party: boolean;
            received_at: components["schemas"]["Timestamp"];
        };
        /** @enum {string} */
        InboundEmailActionInput: "created" | "appended" | "ignored";
        /**
         * @description A person's mail, a robot's, the report of a mail server that a mail came back (`bounce`) or is late (`delay`),
         *     a `receipt`, or the answer to a `calendar` invitation; more may come.
         */
        ReceivedEmailKind: "person" | "robot" | "bounce" | "delay" | "receipt" | "calendar" | (string & {});
        /** @description Why no confirmation answers it, such as `reply` or `held_back`; `null` without such a reason. More may come. */
        ReceivedEmailUnanswered: string | null;
        ReceivedEmailListReply: {
            data: components["schemas"]["ReceivedEmail"][];
            next_cursor: components["schemas"]["NextCursor"];
            total_count: components["schemas"]["TotalCount"];
            has_more: components["schemas"]["HasMore"];
            request_id: components["schemas"]["RequestId"];
        };
        /**
         * @description How tickets are given to agents: in turn (`round_robin`), to the one with the fewest open tickets
         *     (`fewest_open`), or by hand (`manual`); more may come.
         */
        HelpAssignmentPolicy: "round_robin" | "fewest_open" | "manual" | (string & {});
        /** @enum {string} */
        HelpAssignmentPolicyInput: "round_robin" | "fewest_open" | "manual";
        /**
         * Format: line
         * @description Two may have the same; their slugs tell them apart.
         */
        HelpName: string;
        HelpQueue: {
            id: components["schemas"]["Id"];
            slug: components["schemas"]["Slug"];
            name: string;
            assignment_policy: components["schemas"]["HelpAssignmentPolicy"];
            /** @description The SLA plan for its tickets; `null` where it has none. */
            sla_plan_id: components["schemas"]["NullableId"];
            /** @description Whether tickets that name no queue go here. */
            is_default: boolean;
        };
        HelpQueueCreate: {
            slug: components["schemas"]["Slug"];
            name: components["schemas"]["HelpName"];
            /** @description `manual` when left out. */
            assignment_policy?: components["schemas"]["HelpAssignmentPolicyInput"];
            /** @description The plan for its tickets; none when `null` or left out. */
            sla_plan_id?: components["schemas"]["NullableIdInput"];
            /** @description `false` when left out. */
            is_default?: boolean;
        };
        HelpQueueListReply: {
            data: components["schemas"]["HelpQueue"][];
            next_cursor: components["schemas"]["NextCursor"];
            total_count: components["schemas"]["TotalCount"];
            has_more: components["schemas"]["HasMore"];
            request_id: components["schemas"]["RequestId"];
        };
        HelpQueueReply: {
            data: components["schemas"]["HelpQueue"];
            request_id: components["schemas"]["RequestId"];
        };
        HelpQueueUpdate: {
            slug?: components["schemas"]["Slug"];
            name?: components["schemas"]["HelpName"];
            assignment_policy?: components["schemas"]["HelpAssignmentPolicyInput"];
            /** @description The plan for its tickets; `null` for none. */
            sla_plan_id?: components["schemas"]["NullableIdInput"];
            is_default?: boolean;
        };
        HelpRule: {
            id: components["schemas"]["Id"];
            name: string;
            event: components["schemas"]["HelpRuleEvent"];
            conditions: {
                /** @description Each of these has to hold. */
                all: components["schemas"]["HelpRuleCondition"][];
                /** @description One of these has to hold, where there are some. */
                any: components["schemas"]["HelpRuleCondition"][];
            };
            /** @description What is done to the ticket, in this order. */
            actions: components["schemas"]["HelpRuleAction"][];
            /** @description Whether it is on. */
            is_active: boolean;
            /** @description Its place among the rules. */
            sort_order: number;
            created_at: components["schemas"]["Timestamp"];
            updated_at: components["schemas"]["Timestamp"];
        };
        HelpRuleAction: {
            type: components["schemas"]["HelpRuleActionType"];
            priority?: components["schemas"]["TicketPriority"];
            tag?: components["schemas"]["Slug"];
            queue_id?: components["schemas"]["Id"];
            agent_id?: components["schemas"]["NullableId"];
            status?: components["schemas"]["TicketStatus"];
        };
        /** @description With the one field that its type needs. */
        HelpRuleActionInput: {
            type: components["schemas"]["HelpRuleActionTypeInput"];
            /** @description Of `set_priority`. */
            priority?: components["schemas"]["TicketPriorityInput"];
            /** @description The slug of a tag, of `add_tag` and `remove_tag`. */
            tag?: components["schemas"]["Slug"];
            /** @description Of `assign_queue`. */
            queue_id?: components["schemas"]["Id"];
            /** @description Of `assign_agent`; `null` takes the ticket from its agent. */
            agent_id?: components["schemas"]["NullableIdInput"];
            /** @description Of `set_status`. */
            status?: components["schemas"]["TicketStatusGoal"];
        };
        /** @description `set_priority`, `add_tag`, `remove_tag`, `assign_queue`, `assign_agent` or `set_status`; more may come. */
        HelpRuleActionType: "set_priority" | "add_tag" | "remove_tag" | "assign_queue" | "assign_agent" | "set_status" | (string & {});
        /** @enum {string} */
        HelpRuleActionTypeInput: "set_priority" | "add_tag" | "remove_tag" | "assign_queue" | "assign_agent" | "set_status";
        HelpRuleActions: components["schemas"]["HelpRuleActionInput"][];
        /** @description The rule that caused the event, and how many events of rules in a row it is. Absent otherwise. */
        HelpRuleCause: {
            id: components["schemas"]["Id"];
            depth: number;
        };
        HelpRuleCondition: {
            field: components["schemas"]["HelpRuleField"];
            /** @description The key of a `custom_field`. */
            key: string | null;
            operator: components["schemas"]["HelpRuleOperator"];
            values: string[];
        };
        HelpRuleConditionInput: {
            field: components["schemas"]["HelpRuleFieldInput"];
            /** @description Of a `custom_field`, its key. */
            key?: string;
            operator: components["schemas"]["HelpRuleOperatorInput"];
            /** @description One of these has to fit; ids are written as text. `is_set` and `is_not_set` have none. */
            values?: string[];
        };
        HelpRuleConditionList: components["schemas"]["HelpRuleConditionInput"][];
        HelpRuleConditionsInput: {
            /** @description Each of these has to hold. */
            all?: components["schemas"]["HelpRuleConditionList"];
            /** @description One of these has to hold, where there are some. */
            any?: components["schemas"]["HelpRuleConditionList"];
        };
        HelpRuleCreate: {
            name: components["schemas"]["HelpRuleName"];
            event: components["schemas"]["HelpRuleEventInput"];
            conditions?: components["schemas"]["HelpRuleConditionsInput"];
            actions: components["schemas"]["HelpRuleActions"];
            /** @description `true` when left out. */
            is_active?: boolean;
            sort_order?: components["schemas"]["HelpSortOrder"];
        };
        HelpRuleDryRun: {
            /** @description How many tickets were looked at. */
            checked: number;
            /** @description For how many of them the conditions hold. */
            matched: number;
            /** @description Those, the newest first; `changes` is empty where they are already as the rule wants them. */
            tickets: {
                ticket_id: components["schemas"]["Id"];
                reference: components["schemas"]["TicketReference"];
                subject: string;
                changes: components["schemas"]["HelpRuleEffect"][];
            }[];
        };
        HelpRuleDryRunReply: {
            data: components["schemas"]["HelpRuleDryRun"];
            request_id: components["schemas"]["RequestId"];
        };
        HelpRuleEffect: {
            field: components["schemas"]["TicketChangeField"];
            from: string | null;
            to: string | null;
        };
        /**
         * @description The ticket was `created`, `replied` to, `assigned`, or its status changed (`status_changed`); more may
         *     come.
         */
        HelpRuleEvent: "created" | "replied" | "status_changed" | "assigned" | (string & {});
        /** @enum {string} */
        HelpRuleEventInput: "created" | "replied" | "status_changed" | "assigned";
        /**
         * @description A field of the ticket: `subject`, `status`, `priority`, `source`, `queue_id`, `help_topic_id`,
         *     `assignee_id`, `requester_email`, `tag`, or a `custom_field`; or of the event: `body`, the text of
         *     its message or else of the latest reply, `author`, the kind of its author, and `previous_status`;
         *     more may come.
         */
        HelpRuleField: "subject" | "body" | "status" | "priority" | "source" | "queue_id" | "help_topic_id" | "assignee_id" | "requester_email" | "tag" | "custom_field" | "author" | "previous_status" | (string & {});
        /** @enum {string} */
        HelpRuleFieldInput: "subject" | "body" | "status" | "priority" | "source" | "queue_id" | "help_topic_id" | "assignee_id" | "requester_email" | "tag" | "custom_field" | "author" | "previous_status";
        HelpRuleListReply: {
            data: components["schemas"]["HelpRule"][];
            next_cursor: components["schemas"]["NextCursor"];
            total_count: components["schemas"]["TotalCount"];
            has_more: components["schemas"]["HasMore"];
            request_id: components["schemas"]["RequestId"];
        };
        /** Format: line */
        HelpRuleName: string;
        /**
         * @description `is` and `is_not` of every field; `contains`, `not_contains`, `starts_with` and `ends_with` of texts, without
         *     regard to case; `is_set` and `is_not_set` of what may be absent; more may come.
         */
        HelpRuleOperator: "is" | "is_not" | "contains" | "not_contains" | "starts_with" | "ends_with" | "is_set" | "is_not_set" | (string & {});
        /** @enum {string} */
        HelpRuleOperatorInput: "is" | "is_not" | "contains" | "not_contains" | "starts_with" | "ends_with" | "is_set" | "is_not_set";
        HelpRuleReply: {
            data: components["schemas"]["HelpRule"];
            request_id: components["schemas"]["RequestId"];
        };
        HelpRuleUpdate: {
            name?: components["schemas"]["HelpRuleName"];
            event?: components["schemas"]["HelpRuleEventInput"];
            conditions?: components["schemas"]["HelpRuleConditionsInput"];
            actions?: components["schemas"]["HelpRuleActions"];
            is_active?: boolean;
            sort_order?: components["schemas"]["HelpSortOrder"];
        };
        /** @description A language whose word forms searches know, as PostgreSQL names it; `simple` is none. */
        HelpLanguage: string;
        /**
         * @description A language whose word forms searches know, as PostgreSQL names it; `simple` is none.
         * @enum {string}
         */
        HelpLanguageInput: "arabic" | "danish" | "dutch" | "english" | "finnish" | "french" | "german" | "hungarian" | "italian" | "norwegian" | "portuguese" | "romanian" | "russian" | "simple" | "spanish" | "swedish" | "turkish";
        HelpSettings: {
            language: components["schemas"]["HelpLanguage"];
            reopen_days: components["schemas"]["ReopenDays"];
            survey_hours: components["schemas"]["SurveyHours"];
        };
        HelpSettingsReply: {
            data: components["schemas"]["HelpSettings"];
            request_id: components["schemas"]["RequestId"];
        };
        HelpSettingsUpdate: {
            language?: components["schemas"]["HelpLanguageInput"];
            reopen_days?: components["schemas"]["ReopenDays"];
            survey_hours?: components["schemas"]["SurveyHours"];
        };
        /** @description Days after its closing during which a ticket can be reopened; 0 means never. */
        ReopenDays: number;
        /** @description Hours after the end of a ticket at which its requester is asked to rate it; `null` asks nobody. */
        SurveyHours: number | null;
        /** @description The share of a target, in percent, from which on a ticket is `at_risk`. */
        SlaAtRiskPercent: number;
        /** @description A target in minutes of business hours; `null` for none. */
        SlaMinutes: number | null;
        /** @enum {string} */
        SlaPauseStatusInput: "pending" | "on_hold";
        /** @description The statuses in which the time to the resolution stands. */
        SlaPauseStatuses: components["schemas"]["SlaPauseStatusInput"][];
        SlaPlan: {
            id: components["schemas"]["Id"];
            name: string;
            /** @description The calendar that minutes are counted in; `null` for around the clock. */
            calendar_id: components["schemas"]["NullableId"];
            first_response_minutes: components["schemas"]["SlaTargetMinutes"];
            resolution_minutes: components["schemas"]["SlaTargetMinutes"];
            /** @description The targets of priorities that are held to others than the plan's own. */
            priorities: components["schemas"]["SlaTarget"][];
            /** @description The statuses in which the time to the resolution stands. */
            pause_on_statuses: components["schemas"]["TicketStatus"][];
            /** @description The share of a target from which on a ticket is `at_risk`. */
            at_risk_percent: number;
        };
        SlaPlanCreate: {
            name: components["schemas"]["HelpName"];
            /** @description Around the clock when `null` or left out. */
            calendar_id?: components["schemas"]["NullableIdInput"];
            /** @description From the creation to an agent's first reply; no target when `null` or left out. */
            first_response_minutes?: components["schemas"]["SlaMinutes"];
            /** @description From the creation to the resolution; no target when `null` or left out. */
            resolution_minutes?: components["schemas"]["SlaMinutes"];
            /** @description None when left out. */
            priorities?: components["schemas"]["SlaTargets"];
            /** @description `pending` when left out. */
            pause_on_statuses?: components["schemas"]["SlaPauseStatuses"];
            /** @description 80 when left out. */
            at_risk_percent?: components["schemas"]["SlaAtRiskPercent"];
        };
        SlaPlanListReply: {
            data: components["schemas"]["SlaPlan"][];
            next_cursor: components["schemas"]["NextCursor"];
            total_count: components["schemas"]["TotalCount"];
            has_more: components["schemas"]["HasMore"];
            request_id: components["schemas"]["RequestId"];
        };
        SlaPlanReply: {
            data: components["schemas"]["SlaPlan"];
            request_id: components["schemas"]["RequestId"];
        };
        SlaPlanUpdate: {
            name?: components["schemas"]["HelpName"];
            /** @description Around the clock when `null`. */
            calendar_id?: components["schemas"]["NullableIdInput"];
            first_response_minutes?: components["schemas"]["SlaMinutes"];
            resolution_minutes?: components["schemas"]["SlaMinutes"];
            priorities?: components["schemas"]["SlaTargets"];
            pause_on_statuses?: components["schemas"]["SlaPauseStatuses"];
            at_risk_percent?: components["schemas"]["SlaAtRiskPercent"];
        };
        SlaTarget: {
            priority: components["schemas"]["TicketPriority"];
            first_response_minutes: components["schemas"]["SlaTargetMinutes"];
            resolution_minutes: components["schemas"]["SlaTargetMinutes"];
        };
        SlaTargetInput: {
            priority: components["schemas"]["TicketPriorityInput"];
            first_response_minutes: components["schemas"]["SlaMinutes"];
            resolution_minutes: components["schemas"]["SlaMinutes"];
        };
        /** @description In minutes of business hours; `null` for no target. */
        SlaTargetMinutes: number | null;
        /** @description The targets of priorities that are held to others than the plan's own. */
        SlaTargets: components["schemas"]["SlaTargetInput"][];
        /** @description `#rrggbb`. */
        HelpColor: string;
        HelpTag: {
            id: components["schemas"]["Id"];
            slug: components["schemas"]["Slug"];
            name: string;
            /** @description `#rrggbb`. */
            color: string;
        };
        HelpTagCreate: {
            slug: components["schemas"]["Slug"];
            name: components["schemas"]["HelpName"];
            /** @description A grey when left out. */
            color?: components["schemas"]["HelpColor"];
        };
        HelpTagListReply: {
            data: components["schemas"]["HelpTag"][];
            next_cursor: components["schemas"]["NextCursor"];
            total_count: components["schemas"]["TotalCount"];
            has_more: components["schemas"]["HasMore"];
            request_id: components["schemas"]["RequestId"];
        };
        HelpTagReply: {
            data: components["schemas"]["HelpTag"];
            request_id: components["schemas"]["RequestId"];
        };
        HelpTagUpdate: {
            slug?: components["schemas"]["Slug"];
            name?: components["schemas"]["HelpName"];
            color?: components["schemas"]["HelpColor"];
        };
        /** @description The change that an entry of the kind `system` tells; `null` of the others. */
        TicketChange: {
            field: components["schemas"]["TicketChangeField"];
            from: string | null;
            to: string | null;
        } | null;
        /**
         * @description `status`, `assignee`, `queue`, `priority`, `subject`, `help_topic`, `tags`, `collaborators`, or a custom field,
         *     such as `custom_fields.invoice_number`, or the state of a target of its SLA, `first_response_sla` or
         *     `resolution_sla`. `follows` names the ticket that this one follows, and of a mail `mentions` one that its
         *     sender takes no part in. `merged_into`, `merged`, `split_into`, `split_from` and `linked` name
         *     another ticket. `snoozed_until` has times, `satisfaction` the requester's rating; more may come.
         */
        TicketChangeField: string;
        TicketAttachment: {
            id: components["schemas"]["Id"];
            name: string;
            /** @description What its bytes say it is, and otherwise its mail. */
            mime_type: string;
            /** Format: int64 */
            size_bytes: number;
            /** @description That by which the HTML of its mail shows it, without brackets; `null` of any other. */
            content_id: string | null;
            status: components["schemas"]["TicketAttachmentStatus"];
            /** @description The path of its bytes; `null` until they are approved. */
            url: string | null;
        };
        /**
         * @description Shared files by their ids, of 15 MiB together at most: those that are listed, and the author's or the caller's
         *     own that are still being scanned. The message has copies, which stay when the files are deleted.
         */
        TicketAttachmentIds: components["schemas"]["Id"][];
        /**
         * @description Whether it is being scanned (`quarantined`), may be read (`approved`), or never will be (`rejected`); more may
         *     come.
         */
        TicketAttachmentStatus: "quarantined" | "approved" | "rejected" | (string & {});
        TicketUpload: {
            /** @description For `upload_ids`; the attachment has the same. */
            id: components["schemas"]["Id"];
            status: components["schemas"]["TicketAttachmentStatus"];
            name: string;
            /** @description What its bytes say it is. */
            mime_type: string;
            /** Format: int64 */
            size_bytes: number;
            created_at: components["schemas"]["Timestamp"];
            /** @description The time at which it is removed, unless a message has taken it. */
            expires_at: components["schemas"]["Timestamp"];
        };
        TicketUploadCreate: {
            file: components["schemas"]["FileBytes"];
        };
        /**
         * @description Files that the caller has uploaded for it by `POST /api/v1/helpdesk/uploads`, each for one message alone; one
         *     that a message has is `409 conflict`. Together with `attachment_ids` they are 20 files of 15 MiB at most.
         */
        TicketUploadIds: components["schemas"]["Id"][];
        TicketUploadReply: {
            data: components["schemas"]["TicketUpload"];
            request_id: components["schemas"]["RequestId"];
        };
        TicketMessage: {
            id: components["schemas"]["Id"];
            kind: components["schemas"]["TicketMessageKind"];
            author: components["schemas"]["TicketAuthor"];
            /** @description Its text; `null` of an entry about a change. */
            body: string | null;
            change: components["schemas"]["TicketChange"];
            delivery: components["schemas"]["TicketDelivery"];
            /** @description Its files, which those read who read the message. */
            attachments: components["schemas"]["TicketAttachment"][];
            created_at: components["schemas"]["Timestamp"];
        };
        /**
         * @description The mail that carries a reply to the requester and the collaborators, each of whom gets one of their own:
         *     the worst of them. `null` where none does.
         */
        TicketDelivery: {
            status: components["schemas"]["TicketDeliveryStatus"];
            /** @description The status of the report of a mail server, such as `5.1.1` (RFC 3463). */
            bounce_status: string | null;
            sent_at: components["schemas"]["NullableTimestamp"];
        } | null;
        /**
         * @description Whether it waits to be sent (`pending`), a mail server has taken it (`sent`) or never will (`failed`), it
         *     came back (`bounced`), or an administrator has `cancelled` it; more may come.
         */
        TicketDeliveryStatus: "pending" | "sent" | "failed" | "bounced" | "cancelled" | (string & {});
        /**
         * @description A `reply`, which the requester reads as well, an internal `note`, or an entry about a change
         *     (`system`); more may come.
         */
        TicketMessageKind: "reply" | "note" | "system" | (string & {});
        TicketMessageHtml: {
            html: string;
            /** @description Whether the mail has pictures from elsewhere. */
            has_remote_images: boolean;
        };
        TicketMessageHtmlReply: {
            data: components["schemas"]["TicketMessageHtml"];
            request_id: components["schemas"]["RequestId"];
        };
        TicketMessageListReply: {
            data: components["schemas"]["TicketMessage"][];
            next_cursor: components["schemas"]["NextCursor"];
            total_count: components["schemas"]["TotalCount"];
            has_more: components["schemas"]["HasMore"];
            request_id: components["schemas"]["RequestId"];
        };
        TicketMessageReply: {
            data: components["schemas"]["TicketMessage"];
            request_id: components["schemas"]["RequestId"];
        };
        TicketReplyInput: {
            body: components["schemas"]["TicketBody"];
            /** @description Whether only agents read it; `false` when left out. */
            internal?: boolean;
            /** @description The agent who replies; the caller's role has to be above theirs, or it is themselves. */
            agent_id?: components["schemas"]["Id"];
            /** @description The requester who replies, that of the ticket, or one of its collaborators. */
            requester_id?: components["schemas"]["Id"];
            /** @description The status that the ticket has then; not of a requester's reply. */
            status?: components["schemas"]["TicketStatusGoal"];
            /** @description The canned response that the reply was made with, which counts it as a use. */
            canned_response_id?: components["schemas"]["Id"];
            attachment_ids?: components["schemas"]["TicketAttachmentIds"];
            upload_ids?: components["schemas"]["TicketUploadIds"];
        };
        /**
         * Format: int64
         * @description The agent who does it; the member whom the key acts as when left out.
         */
        ActingAgentId: number;
        /** @description A queue, in brief. */
        MiniQueue: {
            id: components["schemas"]["Id"];
            name: string;
        };
        /** @description A requester, in brief. */
        MiniRequester: {
            id: components["schemas"]["Id"];
            name: string;
        };
        /** @description The agent whose ticket it is; `null` for none. */
        NullableTicketAssignee: {
            id: components["schemas"]["Id"];
            name: string;
        } | null;
        /** Format: int64 */
        NullableIdInput: number | null;
        /** Format: email */
        RequesterEmail: string;
        Ticket: {
            id: components["schemas"]["Id"];
            reference: components["schemas"]["TicketReference"];
            subject: string;
            status: components["schemas"]["TicketStatus"];
            priority: components["schemas"]["TicketPriority"];
            source: components["schemas"]["TicketSource"];
            queue: components["schemas"]["MiniQueue"];
            /** @description The topic that it is about; `null` for none. */
            help_topic_id: components["schemas"]["NullableId"];
            assignee: components["schemas"]["NullableTicketAssignee"];
            requester: components["schemas"]["TicketRequester"];
            /**
             * @description The people beside the requester who take part: replies of agents go to them as well, and theirs count as
             *     the requester's.
             */
            collaborators: components["schemas"]["TicketRequester"][];
            /** @description The slugs of its tags, in the order of the alphabet. */
            tags: components["schemas"]["Slug"][];
            custom_fields: components["schemas"]["TicketFieldValues"];
            sla_state: components["schemas"]["TicketSlaState"];
            /** @description When an agent is to reply for the first time at the latest; `null` without a target. */
            first_response_due_at: components["schemas"]["NullableTimestamp"];
            /** @description When it is to be resolved at the latest, while a pause lasts as of its beginning; `null` without a target. */
            resolution_due_at: components["schemas"]["NullableTimestamp"];
            /** @description When an agent first replied; `null` before. */
            first_responded_at: components["schemas"]["NullableTimestamp"];
            /** @description When it was resolved; `null` when it was not, or was reopened. */
            resolved_at: components["schemas"]["NullableTimestamp"];
            /** @description When it was closed; `null` when it was not, or was reopened. */
            closed_at: components["schemas"]["NullableTimestamp"];
            created_at: components["schemas"]["Timestamp"];
            updated_at: components["schemas"]["Timestamp"];
            match?: components["schemas"]["TicketMatch"];
            /** @description What its requester has said of the help, in answer to a mail; `null` before. */
            satisfaction?: components["schemas"]["TicketSatisfaction"] | null;
            /** @description Until when it is snoozed; `null` when it is not. */
            snoozed_until?: components["schemas"]["NullableTimestamp"];
            /** @description The ticket that it was merged into; `null` for none. */
            merged_into?: components["schemas"]["TicketNamed"] | null;
            links?: components["schemas"]["TicketLink"][];
        };
        /** @description `manual`, a `rule`, or the policy of the queue, `round_robin` or `fewest_open`; more may come. */
        TicketAssignmentCause: "manual" | "rule" | "round_robin" | "fewest_open" | (string & {});
        /**
         * @description An agent, another member, a requester, or the system; `id` is theirs, `null` of the system. One who wrote by
         *     mail is a requester as well, also where the ticket is another's.
         */
        TicketAuthor: {
            kind: components["schemas"]["TicketAuthorKind"];
            id: components["schemas"]["NullableId"];
            name: string;
        };
        /** @description `agent`, `member`, `requester` or `system`; more may come. */
        TicketAuthorKind: "agent" | "member" | "requester" | "system" | (string & {});
        /** @description Markdown. */
        TicketBody: string;
        /** @description The people who take part beside the requester, by their addresses; the requester is left out. */
        TicketCollaborators: components["schemas"]["TicketRequesterInput"][];
        TicketCreate: {
            subject: components["schemas"]["TicketSubject"];
            body: components["schemas"]["TicketBody"];
            attachment_ids?: components["schemas"]["TicketAttachmentIds"];
            upload_ids?: components["schemas"]["TicketUploadIds"];
            requester?: components["schemas"]["TicketRequesterInput"];
            collaborators?: components["schemas"]["TicketCollaborators"];
            /** @description The topic's queue when left out, and otherwise the default one. */
            queue_id?: components["schemas"]["Id"];
            help_topic_id?: components["schemas"]["Id"];
            /** @description The topic's when left out, and otherwise `normal`. */
            priority?: components["schemas"]["TicketPriorityInput"];
            tags?: components["schemas"]["TicketTags"];
            custom_fields?: components["schemas"]["TicketFields"];
            /** @description The ticket that it follows, as where that one is closed for good; both are linked. */
            follow_up_of_id?: components["schemas"]["Id"];
        };
        TicketExported: {
            id: components["schemas"]["Id"];
            reference: components["schemas"]["TicketReference"];
            kind: components["schemas"]["TicketExportedKind"];
            /** @description The ticket; `null` when it is gone. */
            ticket: components["schemas"]["Ticket"] | null;
            /** @description The ticket that it was merged into; `null` for none. */
            merged_into: components["schemas"]["TicketNamed"] | null;
        };
        /** @description A `ticket`, or that it is gone because it was `merged` into another; more may come. */
        TicketExportedKind: "ticket" | "merged" | (string & {});
        TicketExportReply: {
            data: components["schemas"]["TicketExported"][];
            next_cursor: components["schemas"]["NextCursor"];
            total_count: components["schemas"]["TotalCount"];
            has_more: components["schemas"]["HasMore"];
            request_id: components["schemas"]["RequestId"];
        };
        /** @description A text, a number, or a date such as `2026-05-29`; `null` for none. */
        TicketFieldInput: string | number | null;
        /** @description The values of the topic's fields, by their keys. */
        TicketFields: {
            [key: string]: components["schemas"]["TicketFieldInput"];
        };
        /** @description A text or a number. */
        TicketFieldValue: string | number;
        /** @description The values of the topic's fields, by their keys. */
        TicketFieldValues: {
            [key: string]: components["schemas"]["TicketFieldValue"];
        };
        TicketKey: string;
        TicketLink: {
            kind: components["schemas"]["TicketLinkKind"];
            id: components["schemas"]["Id"];
            reference: components["schemas"]["TicketReference"];
        };
        TicketLinkCreate: {
            ticket_id: components["schemas"]["Id"];
            agent_id?: components["schemas"]["ActingAgentId"];
        };
        /**
         * @description `related`, or that it is `follow_up_of` or `split_from` the other, or `followed_up_by` or `split_into` it; more
         *     may come.
         */
        TicketLinkKind: "related" | "follow_up_of" | "followed_up_by" | "split_from" | "split_into" | (string & {});
        TicketListReply: {
            data: components["schemas"]["Ticket"][];
            next_cursor: components["schemas"]["NextCursor"];
            total_count: components["schemas"]["TotalCount"];
            has_more: components["schemas"]["HasMore"];
            request_id: components["schemas"]["RequestId"];
        };
        /** Format: date-time */
        NullableTimeInput: string | null;
        /** @description The text that fits a search best; only where `q` was given. */
        TicketMatch: {
            /** @description The message that has it; `null` for the subject. */
            message_id: components["schemas"]["NullableId"];
            /** @description A part of it as HTML, with each hit in `<mark>`. */
            excerpt: string;
        };
        TicketMerge: {
            /** @description The ticket that stays. */
            into_id: components["schemas"]["Id"];
            agent_id?: components["schemas"]["ActingAgentId"];
        };
        TicketNamed: {
            id: components["schemas"]["Id"];
            reference: components["schemas"]["TicketReference"];
        };
        /** @description `low`, `normal`, `high` or `urgent`; more may come. */
        TicketPriority: "low" | "normal" | "high" | "urgent" | (string & {});
        /** @enum {string} */
        TicketPriorityInput: "low" | "normal" | "high" | "urgent";
        /** @description `good` or `bad`; more may come. */
        TicketRating: "good" | "bad" | (string & {});
        /** @enum {string} */
        TicketRatingInput: "good" | "bad";
        /** @description `HD-` and its number in the tenant, of at least six digits. */
        TicketReference: string;
        TicketReply: {
            data: components["schemas"]["Ticket"];
            request_id: components["schemas"]["RequestId"];
        };
        TicketRequester: {
            id: components["schemas"]["Id"];
            name: string;
            email: string | null;
        };
        TicketRequesterInput: {
            email: components["schemas"]["RequesterEmail"];
            /** @description The address when left out; that of a requester who is known stays. */
            name?: components["schemas"]["RequesterName"];
        };
        /** Format: line */
        RequesterName: string;
        /**
         * @description `breached` where a target was missed, `at_risk` where most of the time to one is over, `paused` while no
         *     time passes, `on_track` otherwise, and `none` without a target; more may come.
         */
        TicketSlaState: "on_track" | "at_risk" | "breached" | "paused" | "none" | (string & {});
        /** @enum {string} */
        TicketSlaStateInput: "on_track" | "at_risk" | "breached" | "paused" | "none";
        /** @description The way it came: `portal`, `email`, `api`, `agent` or `widget`; more may come. */
        TicketSource: "portal" | "email" | "api" | "agent" | "widget" | (string & {});
        TicketSplit: {
            message_ids: components["schemas"]["Id"][];
            subject: components["schemas"]["TicketSubject"];
            agent_id?: components["schemas"]["ActingAgentId"];
        };
        TicketSatisfaction: {
            rating: components["schemas"]["TicketRating"];
            /** @description Their words; `null` for none. */
            comment: string | null;
            rated_at: components["schemas"]["Timestamp"];
        };
        /** @description `new`, `open`, `pending`, `on_hold`, `resolved` or `closed`; more may come. */
        TicketStatus: "new" | "open" | "pending" | "on_hold" | "resolved" | "closed" | (string & {});
        /** @enum {string} */
        TicketStatusGoal: "open" | "pending" | "on_hold" | "resolved" | "closed";
        /** @enum {string} */
        TicketStatusInput: "new" | "open" | "pending" | "on_hold" | "resolved" | "closed";
        TicketStatusSet: {
            status: components["schemas"]["TicketStatusGoal"];
            agent_id?: components["schemas"]["ActingAgentId"];
        };
        /** Format: line */
        TicketSubject: string;
        /** @description The slugs of its tags. */
        TicketTags: components["schemas"]["Slug"][];
        TicketUnlink: {
            ticket_id: components["schemas"]["Id"];
            agent_id?: components["schemas"]["ActingAgentId"];
        };
        TicketUnmerge: {
            agent_id?: components["schemas"]["ActingAgentId"];
        };
        TicketUpdate: {
            subject?: components["schemas"]["TicketSubject"];
            priority?: components["schemas"]["TicketPriorityInput"];
            queue_id?: components["schemas"]["Id"];
            /** @description The topic that it is about; `null` for none. */
            help_topic_id?: components["schemas"]["NullableIdInput"];
            /** @description The agent whose ticket it is; `null` for none. */
            assignee_id?: components["schemas"]["NullableIdInput"];
            collaborators?: components["schemas"]["TicketCollaborators"];
            tags?: components["schemas"]["TicketTags"];
            custom_fields?: components["schemas"]["TicketFields"];
            /** @description In the future; `null` brings the ticket back. */
            snoozed_until?: components["schemas"]["NullableTimeInput"];
            agent_id?: components["schemas"]["ActingAgentId"];
        };
        HelpField: {
            /** @description The name of its value on a ticket. */
            key: string;
            /** @description The words that requesters read. */
            label: string;
            type: components["schemas"]["HelpFieldType"];
            is_required: boolean;
            /** @description The choices of a `select`; of any other type none. */
            options: string[];
        };
        HelpFieldInput: {
            /** @description The name of its value on a ticket. */
            key: string;
            /**
             * Format: line
             * @description The words that requesters read.
             */
            label: string;
            type: components["schemas"]["HelpFieldTypeInput"];
            /** @description `false` when left out. */
            is_required?: boolean;
            /** @description The choices of a `select`. */
            options?: string[];
        };
        /**
         * @description A `text` of one line, a `number`, a `url`, an `email` address, a `date`, or one of several choices
         *     (`select`); more may come.
         */
        HelpFieldType: "text" | "number" | "url" | "email" | "date" | "select" | (string & {});
        /** @enum {string} */
        HelpFieldTypeInput: "text" | "number" | "url" | "email" | "date" | "select";
        HelpFields: components["schemas"]["HelpFieldInput"][];
        HelpTopic: {
            id: components["schemas"]["Id"];
            slug: components["schemas"]["Slug"];
            name: string;
            /** @description The queue that its tickets go to; `null` for the default. */
            queue_id: components["schemas"]["NullableId"];
            default_priority: components["schemas"]["TicketPriority"];
            /** @description The fields that are asked for, in this order. */
            custom_fields: components["schemas"]["HelpField"][];
            /** @description Whether it is offered to requesters. */
            is_active: boolean;
            /** @description Its place in the list. */
            sort_order: number;
        };
        HelpTopicCreate: {
            slug: components["schemas"]["Slug"];
            name: components["schemas"]["HelpName"];
            /** @description The default queue when left out. */
            queue_id?: components["schemas"]["HelpQueueChoice"];
            /** @description `normal` when left out. */
            default_priority?: components["schemas"]["TicketPriorityInput"];
            custom_fields?: components["schemas"]["HelpFields"];
            /** @description `true` when left out. */
            is_active?: boolean;
            sort_order?: components["schemas"]["HelpSortOrder"];
        };
        HelpTopicListReply: {
            data: components["schemas"]["HelpTopic"][];
            next_cursor: components["schemas"]["NextCursor"];
            total_count: components["schemas"]["TotalCount"];
            has_more: components["schemas"]["HasMore"];
            request_id: components["schemas"]["RequestId"];
        };
        HelpTopicReply: {
            data: components["schemas"]["HelpTopic"];
            request_id: components["schemas"]["RequestId"];
        };
        HelpTopicUpdate: {
            slug?: components["schemas"]["Slug"];
            name?: components["schemas"]["HelpName"];
            queue_id?: components["schemas"]["HelpQueueChoice"];
            default_priority?: components["schemas"]["TicketPriorityInput"];
            custom_fields?: components["schemas"]["HelpFields"];
            is_active?: boolean;
            sort_order?: components["schemas"]["HelpSortOrder"];
        };
        KnowAnchor: {
            status: components["schemas"]["KnowAnchorStatus"];
            /** @description The passage, as the revision has it. Of an orphaned one, as it was last. */
            exact: string;
            /** @description What stands before it, at most 64 characters. */
            prefix: string;
            /** @description What stands after it, at most 64 characters. */
            suffix: string;
            /** @description The revision whose text was searched last; that of an edit is searched shortly after it. */
            revision_id: components["schemas"]["Id"];
        };
        KnowAnchorInput: {
            /** @description A passage of the revision's Markdown. Ends of lines count as one kind. */
            exact: string;
            /** @description What stands before it. */
            prefix?: string;
            /** @description What stands after it. */
            suffix?: string;
            /** @description The approved revision of the page that is quoted; its current one when left out. */
            revision_id?: components["schemas"]["Id"];
        };
        /** @description `anchored`, or `orphaned` where the passage is not in the text any more; more may come. */
        KnowAnchorStatus: "anchored" | "orphaned" | (string & {});
        KnowComment: {
            id: components["schemas"]["Id"];
            page_id: components["schemas"]["Id"];
            page_slug: string;
            /** @description The comment that it replies to; `null` of a comment. */
            parent_id: components["schemas"]["NullableId"];
            status: components["schemas"]["KnowCommentStatus"];
            body: string;
            author: components["schemas"]["KnowAuthor"];
            anchor: components["schemas"]["NullableKnowAnchor"];
            reply_count: number;
            created_at: components["schemas"]["Timestamp"];
            edited_at: components["schemas"]["NullableTimestamp"];
            resolved_at: components["schemas"]["NullableTimestamp"];
            /** @description The member who resolved it; `null` while it is open. */
            resolved_by: components["schemas"]["NullableKnowAuthor"];
        };
        /** @description Plain text. */
        KnowCommentBody: string;
        KnowCommentCreate: {
            body: components["schemas"]["KnowCommentBody"];
            anchor?: components["schemas"]["KnowAnchorInput"];
            /** @description The comment on the same page that it replies to; a reply has no anchor. */
            parent_id?: components["schemas"]["Id"];
            /** @description The member who says it; whoever minted the key when left out. */
            author_id?: components["schemas"]["Id"];
        };
        KnowCommentListReply: {
            data: components["schemas"]["KnowComment"][];
            next_cursor: components["schemas"]["NextCursor"];
            total_count: components["schemas"]["TotalCount"];
            has_more: components["schemas"]["HasMore"];
            request_id: components["schemas"]["RequestId"];
        };
        KnowCommentReply: {
            data: components["schemas"]["KnowComment"];
            request_id: components["schemas"]["RequestId"];
        };
        /** @description `open` or `resolved`; `null` of a reply; more may come. */
        KnowCommentStatus: "open" | "resolved" | (string & {}) | null;
        /** @enum {string} */
        KnowCommentStatusInput: "open" | "resolved";
        KnowCommentUpdate: {
            body: components["schemas"]["KnowCommentBody"];
            /** @description Its author; whoever minted the key when left out. */
            actor_id?: components["schemas"]["Id"];
        };
        /** @description The passage that it is about; `null` for the page as a whole, and of a reply. */
        NullableKnowAnchor: components["schemas"]["KnowAnchor"] | null;
        KnowLink: {
            id: components["schemas"]["Id"];
            page: components["schemas"]["KnowPageNamed"];
            /** @description The slug that the link leads to. */
            target_slug: string;
        };
        KnowLinkListReply: {
            data: components["schemas"]["KnowLink"][];
            next_cursor: components["schemas"]["NextCursor"];
            total_count: components["schemas"]["TotalCount"];
            has_more: components["schemas"]["HasMore"];
            request_id: components["schemas"]["RequestId"];
        };
        KnowPageNamed: {
            id: components["schemas"]["Id"];
            slug: string;
            title: string;
        };
        KnowActor: {
            /** @description The member who does it; whoever minted the key when left out. */
            actor_id?: components["schemas"]["Id"];
        };
        /** @description A member, or the system, whose `id` is `null` and whose `username` is `system`. */
        KnowAuthor: {
            id: components["schemas"]["NullableId"];
            username: string;
        };
        /** @description Markdown, which is kept as it is sent. */
        KnowMarkdown: string;
        KnowPage: {
            id: components["schemas"]["Id"];
            slug: string;
            title: string;
            status: components["schemas"]["KnowPageStatus"];
            tags: string[];
            author: components["schemas"]["KnowAuthor"];
            current_revision_id: components["schemas"]["Id"];
            /** @description The text of the current revision, as it was sent. */
            content_markdown: string;
            word_count: components["schemas"]["KnowWordCount"];
            reading_minutes: components["schemas"]["KnowReadingMinutes"];
            revision_count: components["schemas"]["KnowRevisionCount"];
            /** @description How many comments and replies there are on it. */
            comment_count: number;
            /** @description How many of its comments are open. */
            open_comment_count: number;
            view_count: components["schemas"]["KnowViewCount"];
            helpful_count: components["schemas"]["KnowHelpfulCount"];
            unhelpful_count: components["schemas"]["KnowUnhelpfulCount"];
            created_at: components["schemas"]["Timestamp"];
            updated_at: components["schemas"]["Timestamp"];
        };
        KnowPageCreate: {
            slug: components["schemas"]["KnowSlug"];
            title: components["schemas"]["KnowTitle"];
            content_markdown: components["schemas"]["KnowMarkdown"];
            /** @description None when left out. */
            tags?: components["schemas"]["KnowTags"];
            summary?: components["schemas"]["KnowSummary"];
            /** @description The member who creates it; whoever minted the key when left out. */
            author_id?: components["schemas"]["Id"];
        };
        KnowPageListed: {
            id: components["schemas"]["Id"];
            slug: string;
            title: string;
            status: components["schemas"]["KnowPageStatus"];
            tags: string[];
            author: components["schemas"]["KnowAuthor"];
            current_revision_id: components["schemas"]["Id"];
            word_count: components["schemas"]["KnowWordCount"];
            reading_minutes: components["schemas"]["KnowReadingMinutes"];
            revision_count: components["schemas"]["KnowRevisionCount"];
            /** @description How many comments and replies there are on it. */
            comment_count: number;
            /** @description How many of its comments are open. */
            open_comment_count: number;
            view_count: components["schemas"]["KnowViewCount"];
            helpful_count: components["schemas"]["KnowHelpfulCount"];
            unhelpful_count: components["schemas"]["KnowUnhelpfulCount"];
            created_at: components["schemas"]["Timestamp"];
            updated_at: components["schemas"]["Timestamp"];
        };
        KnowPageListReply: {
            data: components["schemas"]["KnowPageListed"][];
            next_cursor: components["schemas"]["NextCursor"];
            total_count: components["schemas"]["TotalCount"];
            has_more: components["schemas"]["HasMore"];
            request_id: components["schemas"]["RequestId"];
        };
        KnowPageName: string;
        KnowPageReply: {
            data: components["schemas"]["KnowPage"];
            request_id: components["schemas"]["RequestId"];
        };
        /** @description `published`, or `deleted` and in the trash; more may come. */
        KnowPageStatus: "published" | "deleted" | (string & {});
        KnowPageUpdate: {
            slug?: components["schemas"]["KnowSlug"];
            title?: components["schemas"]["KnowTitle"];
            content_markdown?: components["schemas"]["KnowMarkdown"];
            tags?: components["schemas"]["KnowTags"];
            summary?: components["schemas"]["KnowSummary"];
            /** @description The member who edits; whoever minted the key when left out. */
            author_id?: components["schemas"]["Id"];
        };
        KnowQuery: string;
        /** @description How long it takes to read, at 200 words a minute. */
        KnowReadingMinutes: number;
        /** @description How many revisions of it there are, in any status. */
        KnowRevisionCount: number;
        KnowSlug: string;
        /**
         * Format: line
         * @description What the edit is about.
         */
        KnowSummary: string;
        /** @description Its tags. Of those that differ in letter case alone, the first counts. */
        KnowTags: string[];
        /** Format: line */
        KnowTitle: string;
        /** @description How many words its text has. */
        KnowWordCount: number;
        KnowReview: {
            page: components["schemas"]["KnowPageNamed"];
            /** @description The member who reviews it; `null` for nobody in particular. */
            owner: components["schemas"]["NullableKnowAuthor"];
            interval_days: components["schemas"]["KnowReviewDays"];
            due_at: components["schemas"]["Timestamp"];
            /** @description Whether the time has come, which is noticed within a minute. */
            is_due: boolean;
            reviewed_at: components["schemas"]["NullableTimestamp"];
            /** @description The member who reviewed it last; `null` before. */
            reviewed_by: components["schemas"]["NullableKnowAuthor"];
        };
        /** @description How many days there are between two reviews. */
        KnowReviewDays: number;
        KnowReviewListReply: {
            data: components["schemas"]["KnowReview"][];
            next_cursor: components["schemas"]["NextCursor"];
            total_count: components["schemas"]["TotalCount"];
            has_more: components["schemas"]["HasMore"];
            request_id: components["schemas"]["RequestId"];
        };
        KnowReviewReply: {
            data: components["schemas"]["KnowReview"];
            request_id: components["schemas"]["RequestId"];
        };
        KnowReviewSet: {
            interval_days: components["schemas"]["KnowReviewDays"];
            /**
             * Format: date-time
             * @description When it is due next; after `interval_days` when left out.
             */
            due_at?: string;
            /** @description The member who reviews it; nobody in particular when left out. */
            owner_id?: components["schemas"]["Id"];
            /** @description The member who sets it; whoever minted the key when left out. */
            actor_id?: components["schemas"]["Id"];
        };
        KnowDiff: {
            /** @description The revision compared with; `null` for the empty text. */
            from_id: components["schemas"]["NullableId"];
            to_id: components["schemas"]["Id"];
            by: components["schemas"]["KnowDiffUnit"];
            /** @description Lines that were changed, added or removed. */
            changed_lines: number;
            /** @description Words that are gone, in their order; at most 1,000. */
            removed_words: string[];
            /** @description Words that are new, in their order; at most 1,000. */
            added_words: string[];
            /** @description Whether lines end in another way, such as CRLF. */
            line_ends_differ: boolean;
            /** @description Whether only one of the two ends with the end of a line. */
            last_line_end_differs: boolean;
            /**
             * @description Whether some of it is told in coarser parts, as replaced where words of it are the same: comparing it finely
             *     takes too long.
             */
            is_coarse: boolean;
            /** @description The text in parts; none for HTML. */
            parts: components["schemas"]["KnowDiffPart"][];
            /** @description The text as HTML, escaped, with what is gone in `<del>` and what is new in `<ins>`; `null` for parts. */
            html: string | null;
        };
        /**
         * @default json
         * @enum {string}
         */
        KnowDiffFormat: "json" | "html";
        KnowDiffPart: {
            kind: components["schemas"]["KnowDiffPartKind"];
            text: string;
        };
        /** @description `equal` in both, `removed` from the former, or `added` by the latter. */
        KnowDiffPartKind: "equal" | "removed" | "added" | (string & {});
        KnowDiffReply: {
            data: components["schemas"]["KnowDiff"];
            request_id: components["schemas"]["RequestId"];
        };
        /** @description Parts of `words`, or whole `lines`. */
        KnowDiffUnit: "words" | "lines" | (string & {});
        /**
         * @default words
         * @enum {string}
         */
        KnowDiffUnitInput: "words" | "lines";
        KnowRevision: {
            id: components["schemas"]["Id"];
            page_id: components["schemas"]["Id"];
            page_slug: string;
            status: components["schemas"]["KnowRevisionStatus"];
            summary: components["schemas"]["KnowRevisionSummary"];
            author: components["schemas"]["KnowAuthor"];
            reviewer: components["schemas"]["NullableKnowAuthor"];
            reject_reason: components["schemas"]["KnowRejectReason"];
            base_revision_id: components["schemas"]["KnowBaseId"];
            approvals: components["schemas"]["KnowApprovals"];
            /** @description The text, as it was sent. */
            content_markdown: string;
            submitted_at: components["schemas"]["Timestamp"];
            reviewed_at: components["schemas"]["NullableTimestamp"];
        };
        /** @description How many members have approved it by an operation; 0 of an edit, which is approved at once. */
        KnowApprovals: number;
        /**
         * Format: int64
         * @description The revision that it was written from; `null` of a first one.
         */
        KnowBaseId: number | null;
        /** @description Why it was rejected; `null` when it was not. */
        KnowRejectReason: string | null;
        KnowRevisionApprove: {
            /** @description `true` approves it although its base is no longer the current revision. */
            override?: boolean;
            /** @description The member who approves; whoever minted the key when left out. */
            actor_id?: components["schemas"]["Id"];
        };
        KnowRevisionListed: {
            id: components["schemas"]["Id"];
            page_id: components["schemas"]["Id"];
            page_slug: string;
            status: components["schemas"]["KnowRevisionStatus"];
            summary: components["schemas"]["KnowRevisionSummary"];
            author: components["schemas"]["KnowAuthor"];
            reviewer: components["schemas"]["NullableKnowAuthor"];
            reject_reason: components["schemas"]["KnowRejectReason"];
            base_revision_id: components["schemas"]["KnowBaseId"];
            approvals: components["schemas"]["KnowApprovals"];
            submitted_at: components["schemas"]["Timestamp"];
            reviewed_at: components["schemas"]["NullableTimestamp"];
        };
        KnowRevisionListReply: {
            data: components["schemas"]["KnowRevisionListed"][];
            next_cursor: components["schemas"]["NextCursor"];
            total_count: components["schemas"]["TotalCount"];
            has_more: components["schemas"]["HasMore"];
            request_id: components["schemas"]["RequestId"];
        };
        KnowRevisionPropose: {
            content_markdown: components["schemas"]["KnowMarkdown"];
            summary?: components["schemas"]["KnowSummary"];
            /** @description An approved revision of the page; the current one when left out. */
            base_revision_id?: components["schemas"]["Id"];
            /** @description The member who proposes it; whoever minted the key when left out. */
            author_id?: components["schemas"]["Id"];
        };
        KnowRevisionReject: {
            reason: string;
            /** @description The member who rejects it; whoever minted the key when left out. */
            actor_id?: components["schemas"]["Id"];
        };
        KnowRevisionReply: {
            data: components["schemas"]["KnowRevision"];
            request_id: components["schemas"]["RequestId"];
        };
        /** @description `pending`, `approved` or `rejected`; more may come. */
        KnowRevisionStatus: "pending" | "approved" | "rejected" | (string & {});
        /** @enum {string} */
        KnowRevisionStatusInput: "pending" | "approved" | "rejected";
        /** @description What the edit is about; `null` where nothing was said. */
        KnowRevisionSummary: string | null;
        /** @description Whoever has approved or rejected it; `null` before. */
        NullableKnowAuthor: components["schemas"]["KnowAuthor"] | null;
        KnowHit: {
            slug: string;
            title: string;
            /** @description A part of the text as HTML, with each hit in `<mark>`. */
            excerpt: string;
            tags: string[];
            updated_at: components["schemas"]["Timestamp"];
        };
        KnowHitListReply: {
            data: components["schemas"]["KnowHit"][];
            next_cursor: components["schemas"]["NextCursor"];
            total_count: components["schemas"]["TotalCount"];
            has_more: components["schemas"]["HasMore"];
            request_id: components["schemas"]["RequestId"];
        };
        KnowTrashListReply: {
            data: components["schemas"]["TrashedKnowPage"][];
            next_cursor: components["schemas"]["NextCursor"];
            total_count: components["schemas"]["TotalCount"];
            has_more: components["schemas"]["HasMore"];
            request_id: components["schemas"]["RequestId"];
        };
        TrashedKnowPage: {
            id: components["schemas"]["Id"];
            /** @description The slug that it had. */
            slug: string;
            title: string;
            deleted_at: components["schemas"]["Timestamp"];
            deleted_by: components["schemas"]["KnowAuthor"];
            /** @description When it is purged. */
            purged_at: components["schemas"]["Timestamp"];
        };
        /** @description Whether it was helpful; `null` for no vote. */
        KnowHelpful: boolean | null;
        KnowVote: {
            helpful: components["schemas"]["KnowHelpful"];
            voted_at: components["schemas"]["NullableTimestamp"];
            helpful_count: components["schemas"]["KnowHelpfulCount"];
            unhelpful_count: components["schemas"]["KnowUnhelpfulCount"];
        };
        /** @description How many members say that it was helpful. */
        KnowHelpfulCount: number;
        /** @description How many members say that it was not. */
        KnowUnhelpfulCount: number;
        /** @description How often its web page was shown, to the last seconds; reading it by an operation does not count. */
        KnowViewCount: number;
        KnowVoteInput: {
            helpful: components["schemas"]["KnowHelpful"];
            /** @description The member who votes; whoever minted the key when left out. */
            user_id?: components["schemas"]["Id"];
        };
        KnowVoteReply: {
            data: components["schemas"]["KnowVote"];
            request_id: components["schemas"]["RequestId"];
        };
        AiCall: {
            id: components["schemas"]["Id"];
            hook: components["schemas"]["AiHook"];
            /** @description The prompt with its version, such as `summary.1`. */
            prompt: string;
            model: string;
            outcome: components["schemas"]["AiOutcome"];
            /** @description Whether it asked for a better answer than the one before. */
            is_repair: boolean;
            ticket_id: components["schemas"]["NullableId"];
            /** @description The member who asked, with a key or in the console. */
            user: components["schemas"]["MiniUser"];
            input_tokens: components["schemas"]["AiTokens"];
            cache_write_tokens: components["schemas"]["AiTokens"];
            cache_read_tokens: components["schemas"]["AiTokens"];
            output_tokens: components["schemas"]["AiTokens"];
            cost_usd: components["schemas"]["AiCost"];
            started_at: components["schemas"]["Timestamp"];
            duration_ms: number;
        };
        AiCallListReply: {
            data: components["schemas"]["AiCall"][];
            next_cursor: components["schemas"]["NextCursor"];
            total_count: components["schemas"]["TotalCount"];
            has_more: components["schemas"]["HasMore"];
            request_id: components["schemas"]["RequestId"];
        };
        /** @description How many calls of the model all callers together may begin in a minute; 0 means none. */
        AiCallsPerMinute: number;
        /** @description What a month of UTC may cost, in cents of a US dollar; `null` is without a bound. */
        AiCap: number | null;
        /** @description US dollars, exact to a billionth. */
        AiCost: number;
        /** @description A hook, by the last part of its path with `_` for `-`; more may come. */
        AiHook: "reply_suggest" | "summary" | "categorize" | "sentiment" | "resolution_predict" | "canned_generate" | "knowledge_gaps" | "audit_qa" | (string & {});
        /** @enum {string} */
        AiHookInput: "reply_suggest" | "summary" | "categorize" | "sentiment" | "resolution_predict" | "canned_generate" | "knowledge_gaps" | "audit_qa";
        /** @description Which hooks are turned on; none without a key. */
        AiHooks: {
            reply_suggest: boolean;
            summary: boolean;
            categorize: boolean;
            sentiment: boolean;
            resolution_predict: boolean;
            canned_generate: boolean;
            knowledge_gaps: boolean;
            audit_qa: boolean;
        };
        /** @description Hooks that are left out stay as they are. */
        AiHooksChange: {
            reply_suggest?: boolean;
            summary?: boolean;
            categorize?: boolean;
            sentiment?: boolean;
            resolution_predict?: boolean;
            canned_generate?: boolean;
            knowledge_gaps?: boolean;
            audit_qa?: boolean;
        };
        /** @description A month of UTC. */
        AiMonth: string;
        /**
         * @description `answered`; `malformed` where the answer was not what was asked for; `refused` by the model; `key_refused`,
         *     `overloaded` or `failed` by the provider; `timed_out`; `cancelled` because the caller hung up; or `lost`
         *     with the process that made the call. More may come.
         */
        AiOutcome: "answered" | "malformed" | "refused" | "key_refused" | "overloaded" | "failed" | "timed_out" | "cancelled" | "lost" | (string & {});
        /** @enum {string} */
        AiOutcomeInput: "answered" | "malformed" | "refused" | "key_refused" | "overloaded" | "failed" | "timed_out" | "cancelled" | "lost";
        /** @description What a million tokens cost, in US dollars, to a thousandth. */
        AiPrice: {
            model: components["schemas"]["AiModelName"];
            input: components["schemas"]["AiPriceOfKind"];
            cache_write: components["schemas"]["AiPriceOfKind"];
            cache_read: components["schemas"]["AiPriceOfKind"];
            output: components["schemas"]["AiPriceOfKind"];
        };
        AiPriceOfKind: number;
        /** @description A model as its provider calls it. */
        AiModelName: string;
        AiSettings: {
            /** @description Whether there is a key. */
            has_key: boolean;
            key_set_at: components["schemas"]["NullableTimestamp"];
            /** @description Where the model is asked; `null` for the installation's own choice, which is Anthropic's API. */
            base_url: string | null;
            /** @description The model that is asked. */
            model: string;
            hooks: components["schemas"]["AiHooks"];
            monthly_cap_cents: components["schemas"]["AiCap"];
            /** @description What the present month has cost. */
            spent_usd: components["schemas"]["AiCost"];
            calls_per_minute: components["schemas"]["AiCallsPerMinute"];
            /** @description The tenant's own prices, which go before the default ones. */
            prices: components["schemas"]["AiPrice"][];
            default_prices: components["schemas"]["AiPrice"][];
        };
        AiSettingsReply: {
            data: components["schemas"]["AiSettings"];
            request_id: components["schemas"]["RequestId"];
        };
        AiSettingsUpdate: {
            /** @description A key of Anthropic's API. It is kept sealed and never shown; `null` removes it. */
            api_key?: string | null;
            /** @description Where the model is asked; `null` for the installation's own choice. */
            base_url?: string | null;
            model?: components["schemas"]["AiModelName"];
            hooks?: components["schemas"]["AiHooksChange"];
            monthly_cap_cents?: components["schemas"]["AiCap"];
            calls_per_minute?: components["schemas"]["AiCallsPerMinute"];
            /** @description The tenant's own prices, all of them. */
            prices?: components["schemas"]["AiPrice"][];
        };
        AiTokens: number;
        AiUsageOfHook: {
            hook: components["schemas"]["AiHook"];
            model: string;
            calls: number;
            /** @description Those that did not end as `answered`. */
            failed_calls: number;
            input_tokens: components["schemas"]["AiTokens"];
            cache_write_tokens: components["schemas"]["AiTokens"];
            cache_read_tokens: components["schemas"]["AiTokens"];
            output_tokens: components["schemas"]["AiTokens"];
            cost_usd: components["schemas"]["AiCost"];
        };
        AiUsageOfMonth: {
            month: components["schemas"]["AiMonth"];
            spent_usd: components["schemas"]["AiCost"];
            by_hook: components["schemas"]["AiUsageOfHook"][];
        };
        AiUsageReply: {
            data: components["schemas"]["AiUsageOfMonth"];
            request_id: components["schemas"]["RequestId"];
        };
        ApiKey: {
            id: components["schemas"]["Id"];
            label: string;
            /** @description The first characters of the secret. */
            prefix: string;
            environment: components["schemas"]["Environment"];
            scopes: string[];
            /** @description Its own rate limit; 0 means unlimited, `null` the tenant's or the platform's. */
            requests_per_minute: number | null;
            /** @description The member who minted it, and as whom it acts. */
            user: components["schemas"]["MiniUser"];
            status: components["schemas"]["KeyStatus"];
            expires_at: components["schemas"]["NullableTimestamp"];
            revoked_at: components["schemas"]["NullableTimestamp"];
            /** @description When its secret was last replaced. */
            rotated_at: components["schemas"]["NullableTimestamp"];
            /** @description Until when the secret before the last rotation is valid, or was. */
            previous_secret_expires_at: components["schemas"]["NullableTimestamp"];
            last_used_at: components["schemas"]["NullableTimestamp"];
            last_used_ip: string | null;
            created_at: components["schemas"]["Timestamp"];
            /** @description The whole key, in the answers to creating and rotating it only. */
            secret?: string;
        };
        ApiKeyCreate: {
            label: components["schemas"]["ApiKeyLabel"];
            /**
             * @description The session's own, which is also meant when left out.
             * @enum {string}
             */
            environment?: "live" | "test";
            /** @description Those that `bearerAuth` describes. */
            scopes: string[];
            requests_per_minute?: components["schemas"]["ApiKeyRate"];
            /**
             * Format: date-time
             * @description In the future; `null`, or left out, for a key that does not expire.
             */
            expires_at?: string | null;
        };
        /** Format: line */
        ApiKeyLabel: string;
        ApiKeyListReply: {
            data: components["schemas"]["ApiKey"][];
            next_cursor: components["schemas"]["NextCursor"];
            total_count: components["schemas"]["TotalCount"];
            has_more: components["schemas"]["HasMore"];
            request_id: components["schemas"]["RequestId"];
        };
        /** @description 0 means unlimited, `null` the tenant's limit, otherwise the platform's. */
        ApiKeyRate: number | null;
        ApiKeyReply: {
            data: components["schemas"]["ApiKey"];
            request_id: components["schemas"]["RequestId"];
        };
        ApiKeyRotate: {
            /** @description How long older secrets stay valid; 24 when left out, 0 ends them at once. */
            grace_hours?: number;
        };
        ApiKeyUpdate: {
            label?: components["schemas"]["ApiKeyLabel"];
            requests_per_minute?: components["schemas"]["ApiKeyRate"];
        };
        /** @description `active`, `expired` or `revoked`; more may come. */
        KeyStatus: "active" | "expired" | "revoked" | (string & {});
        /**
         * @description What was done, such as `api_key.created`; more may come. Of what members make, only what
         *     others did to it is here: `file.deleted`, `listing.withdrawn` and `post.deleted` by somebody
         *     else, and `file.removed`, `listing.removed` and `post.removed` by moderation; and whatever was
         *     brought back: `file.restored`, `listing.restored` and `post.restored`. Of members: `user.banned`,
         *     `user.ban_lifted` and the like, `user.restored`, and `user.appointed` from the command line. Of webhook
         *     endpoints: `webhook.created`, `webhook.updated`, `webhook.deleted`, `webhook.enabled`,
         *     `webhook.disabled` (without an actor where failed deliveries did it) and
         *     `webhook.secret_rotated`. Of forums, and alike of `listing_category` and `file_area`:
         *     `forum.created`, `forum.updated`, `forum.archived`, `forum.unarchived` and `forum.ordered`,
         *     whose target is the one that now comes first. Of the help desk: `help_queue.created`,
         *     `help_queue.updated` and `help_queue.deleted`, and alike of `help_agent` (which is
         *     `help_agent.activated` and `help_agent.deactivated`, never deleted), `help_tag`, `help_topic`,
         *     `canned_response` and `email_account`; and `notification_pref.set`. Of the model that is
         *     asked: `ai_settings.updated`. Of the wiki, where it is another member's: `know_page.updated`,
         *     `know_page.deleted`, `know_page.restored`, `know_revision.approved` and `know_revision.rejected`; and
         *     every `know_page.purged`. Of comments by others, `know_comment.deleted`, `know_comment.resolved` and
         *     `know_comment.reopened`; of the reviews of others' pages, `know_review.updated` and `know_review.deleted`.
         */
        AuditAction: string;
        /** @description What was done, such as `api_key.created`. */
        AuditActionInput: string;
        AuditChange: {
            [key: string]: unknown;
        } | null;
        AuditEntry: {
            id: components["schemas"]["Id"];
            action: components["schemas"]["AuditAction"];
            /** @description The member who did it; `null` for the system, such as the command line. */
            actor: components["schemas"]["MiniUser"] | null;
            target: {
                kind: components["schemas"]["AuditTargetKind"];
                id: components["schemas"]["Id"];
            };
            /** @description What the action changed, as it was; `null` for something new. */
            before: components["schemas"]["AuditChange"];
            /** @description The same as it became; `null` for what is gone. Never a secret. */
            after: components["schemas"]["AuditChange"];
            created_at: components["schemas"]["Timestamp"];
        };
        AuditLogReply: {
            data: components["schemas"]["AuditEntry"][];
            next_cursor: components["schemas"]["NextCursor"];
            total_count: components["schemas"]["TotalCount"];
            has_more: components["schemas"]["HasMore"];
            request_id: components["schemas"]["RequestId"];
        };
        /**
         * @description What kind of thing it was done to: `ai_settings`, `api_key`, `canned_response`, `email_account`, `file`, `file_area`,
         *     `forum`,
         *     `help_agent`, `help_queue`, `help_tag`, `help_topic`, `listing`, `listing_category`,
         *     `notification_pref`, `post`, `report`, `session`, `user` or `webhook`; more may come.
         */
        AuditTargetKind: string;
        /** @description A kind of thing, such as `api_key`. */
        AuditTargetKindInput: string;
        PlaceCreate: {
            /** @description What requests, filters and events name it by, for good. */
            slug: components["schemas"]["Slug"];
            name: components["schemas"]["PlaceName"];
            /** @description Empty when left out. */
            description?: components["schemas"]["PlaceDescription"];
        };
        PlaceDescription: string;
        /**
         * Format: line
         * @description Two may have the same; their slugs tell them apart.
         */
        PlaceName: string;
        PlaceOrder: {
            ids: components["schemas"]["Id"][];
        };
        PlaceOrderReply: {
            data: components["schemas"]["PlacesOrdered"];
            request_id: components["schemas"]["RequestId"];
        };
        PlaceUpdate: {
            name?: components["schemas"]["PlaceName"];
            description?: components["schemas"]["PlaceDescription"];
        };
        PlacesOrdered: {
            /** @description All of them in their new order, archived ones included. */
            ids: components["schemas"]["Id"][];
        };
        Session: {
            id: components["schemas"]["Id"];
            tenant: components["schemas"]["Tenant"];
            user: components["schemas"]["MiniUser"];
            role: components["schemas"]["Role"];
            /** @description Send it as `X-CSRF-TOKEN` with every write. */
            csrf_token: string;
            created_at: components["schemas"]["Timestamp"];
            expires_at: components["schemas"]["Timestamp"];
        };
        SessionReply: {
            data: components["schemas"]["Session"];
            request_id: components["schemas"]["RequestId"];
        };
        ScimAddress: {
            /** @description The whole address, for display; it may have several lines. */
            formatted?: string;
            /** @description Street, house number and what else stands above the city. */
            streetAddress?: string;
            /** @description City or place. */
            locality?: string;
            /** @description State or region. */
            region?: string;
            /** @description Postal code. */
            postalCode?: string;
            /** @description Country, as an ISO 3166-1 code of two letters. */
            country?: string;
            /** @description What the address is for. */
            type?: string;
            /** @description Whether it is the preferred one of all. */
            primary?: boolean;
        };
        ScimCertificate: {
            /** @description An X.509 certificate in DER, in base64. */
            value?: string;
            /** @description A name for display. */
            display?: string;
            /** @description What the certificate is for. */
            type?: string;
            /** @description Whether it is the preferred one of all. */
            primary?: boolean;
        };
        /** @description Attributes of a member of an organisation (RFC 7643, 4.3). */
        ScimEnterpriseUser: {
            /** @description The number that the organisation has given the person. */
            employeeNumber?: string;
            /** @description The name of a cost centre. */
            costCenter?: string;
            /** @description The name of an organisation. */
            organization?: string;
            /** @description The name of a division. */
            division?: string;
            /** @description The name of a department. */
            department?: string;
            /** @description The person's manager. */
            manager?: {
                /** @description The id of the manager's resource. */
                value?: string;
            } & {
                [key: string]: string;
            };
        };
        ScimFilterText: string;
        /** @description A group of members (RFC 7643, 4.2), which Learn knows as a cohort. */
        ScimGroup: {
            schemas: components["schemas"]["ScimSchemaIds"];
            id: components["schemas"]["ScimId"];
            externalId?: components["schemas"]["ScimExternalId"];
            meta?: components["schemas"]["ScimMeta"];
            /** @description The group's name for display. */
            displayName?: string;
            /** @description The members of the group. */
            members?: ({
                /** @description The id of the member's resource. */
                value?: string;
                /** @description What kind of resource the member is. */
                type?: string;
                /** @description The member's name for display. */
                readonly display?: string;
            } & {
                [key: string]: string;
            })[];
        };
        /** @description The resource's id as the provider has it. */
        ScimExternalId: string;
        /** @description The resource's id here; it is never given to another one. */
        ScimId: string;
        /** @description The facts of the resource that are kept here. */
        ScimMeta: {
            /** @description The name of the resource's type. */
            readonly resourceType?: string;
            /**
             * Format: date-time
             * @description When it was created here.
             */
            readonly created?: string;
            /**
             * Format: date-time
             * @description When it was last changed here.
             */
            readonly lastModified?: string;
            /**
             * Format: uri
             * @description Its address.
             */
            readonly location?: string;
            /** @description Its entity tag, as in the header `ETag`. */
            readonly version?: string;
        };
        ScimMembership: {
            /** @description The id of the group. */
            readonly value?: string;
            /** @description The group's name for display. */
            readonly display?: string;
            /** @description Always direct: groups have no groups as members. */
            readonly type?: string;
        } & {
            [key: string]: string;
        };
        ScimName: {
            /** @description The whole name, for display. */
            formatted?: string;
            /** @description Family name. */
            familyName?: string;
            /** @description Given name. */
            givenName?: string;
            /** @description Middle names. */
            middleName?: string;
            /** @description Title before the name, such as Dr. */
            honorificPrefix?: string;
            /** @description Suffix behind the name, such as III. */
            honorificSuffix?: string;
        };
        ScimPhoto: {
            /** @description The address of a picture. */
            value?: string;
            /** @description A name for display. */
            display?: string;
            /** @description What the picture is for. */
            type?: string;
            /** @description Whether it is the preferred one of all. */
            primary?: boolean;
        };
        /** @description The URNs of the schemas that the resource has attributes of. */
        ScimSchemaIds: string[];
        /** @description A member whom an identity provider manages (RFC 7643, 4.1). */
        ScimUser: {
            schemas: components["schemas"]["ScimSchemaIds"];
            id: components["schemas"]["ScimId"];
            externalId?: components["schemas"]["ScimExternalId"];
            meta?: components["schemas"]["ScimMeta"];
            /**
             * @description The name by which the provider knows the person, in any letter case. The community shows another
             *     one, which is made when the member is.
             */
            userName?: string;
            /** @description The parts of the person's name. */
            name?: components["schemas"]["ScimName"];
            /** @description The name that the community shows. */
            displayName?: string;
            /** @description A casual name. */
            nickName?: string;
            /** @description The address of a page about the person. */
            profileUrl?: string;
            /** @description A title, such as Vice President. */
            title?: string;
            /** @description What the person is to the organisation, such as Employee. It gives no role. */
            userType?: string;
            /** @description The language that the person prefers, such as en-GB. */
            preferredLanguage?: string;
            /** @description How numbers and dates are written for the person, such as en-GB. */
            locale?: string;
            /** @description The time zone, such as Europe/Berlin. */
            timezone?: string;
            /**
             * @description Whether the member may sign in and call. `false` bans the member; `true` lifts what `false` has set, and not
             *     the ban of a moderator, with which it reads `false`.
             */
            active?: boolean;
            /** @description Taken and forgotten; members sign in elsewhere. */
            password?: string;
            /** @description E-mail addresses; the primary one, or else the first, is the member's. */
            emails?: components["schemas"]["ScimValue"][];
            /** @description Telephone numbers. */
            phoneNumbers?: components["schemas"]["ScimValue"][];
            /** @description Addresses for instant messages. */
            ims?: components["schemas"]["ScimValue"][];
            /** @description Addresses of pictures. */
            photos?: components["schemas"]["ScimPhoto"][];
            /** @description Postal addresses. */
            addresses?: components["schemas"]["ScimAddress"][];
            /** @description The groups that the person is in; they are changed at the groups. */
            readonly groups?: components["schemas"]["ScimMembership"][];
            /** @description Entitlements as the provider has them. They are kept and give nothing. */
            entitlements?: components["schemas"]["ScimValue"][];
            /** @description Roles as the provider has them. They are kept and give no role. */
            roles?: components["schemas"]["ScimValue"][];
            /** @description Certificates of the person. */
            x509Certificates?: components["schemas"]["ScimCertificate"][];
            "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User"?: components["schemas"]["ScimEnterpriseUser"];
        };
        ScimValue: {
            /** @description The value itself. */
            value?: string;
            /** @description A name for display. */
            display?: string;
            /** @description What the value is for. */
            type?: string;
            /** @description Whether it is the preferred one of all. */
            primary?: boolean;
        };
        ScimAttribute: {
            name: string;
            type: string;
            multiValued: boolean;
            description: string;
            required: boolean;
            canonicalValues?: string[];
            caseExact: boolean;
            mutability: string;
            returned: string;
            uniqueness: string;
            referenceTypes?: string[];
            subAttributes?: components["schemas"]["ScimAttribute"][];
        };
        ScimAttributeNames: string[];
        ScimBulkReply: {
            schemas: string[];
            Operations: components["schemas"]["ScimBulkResult"][];
        };
        ScimBulkRequest: {
            schemas?: components["schemas"]["ScimAttributeNames"];
            /** @description How many failures end it; without it none do. */
            failOnErrors?: number;
            Operations?: ({
                /** @description `POST`, `PUT`, `PATCH` or `DELETE`. */
                method?: string;
                /** @description The name by which others refer to what a `POST` makes. */
                bulkId?: string;
                /** @description As `If-Match`. */
                version?: string;
                /** @description Below `/scim/v2`, such as `/Users/321`. */
                path?: string;
                /** @description The body. */
                data?: unknown;
            } & {
                [key: string]: unknown;
            })[];
        } & {
            [key: string]: unknown;
        };
        ScimBulkResult: {
            method: string;
            bulkId?: string;
            /** @description The entity tag of the resource as it is then. */
            version?: string;
            /**
             * Format: uri
             * @description The address of the resource; absent where none was made.
             */
            location?: string;
            /** @description The HTTP status that the operation would have had alone. */
            status: string;
            response?: components["schemas"]["ScimError"];
        };
        ScimConfig: {
            schemas: string[];
            /** Format: uri */
            documentationUri: string;
            patch: components["schemas"]["ScimSupport"];
            bulk: {
                supported: boolean;
                maxOperations: number;
                maxPayloadSize: number;
            };
            filter: {
                supported: boolean;
                maxResults: number;
            };
            changePassword: components["schemas"]["ScimSupport"];
            sort: components["schemas"]["ScimSupport"];
            etag: components["schemas"]["ScimSupport"];
            pagination: {
                cursor: boolean;
                index: boolean;
                defaultPaginationMethod: string;
                defaultPageSize: number;
                maxPageSize: number;
            };
            authenticationSchemes: {
                type: string;
                name: string;
                description: string;
                /** Format: uri */
                specUri?: string;
                primary?: boolean;
            }[];
            meta: components["schemas"]["ScimDiscoveryMeta"];
        };
        ScimDiscoveryMeta: {
            resourceType: string;
            /** Format: uri */
            location: string;
        };
        ScimError: {
            schemas: string[];
            /** @description The HTTP status. */
            status: string;
            /** @description What is wrong, in a word of RFC 7644, table 9. */
            scimType?: string;
            detail?: string;
        };
        ScimGroupList: {
            Resources?: components["schemas"]["ScimGroup"][];
            schemas: string[];
            /** @description How many there are in all. */
            totalResults: number;
            /** @description The place of the first one of this page. */
            startIndex?: number;
            /** @description How many are on this page. */
            itemsPerPage?: number;
            /** @description The cursor of the next page; absent on the last. */
            nextCursor?: string;
            /** @description The cursor of the page before. */
            previousCursor?: string;
        };
        ScimMember: {
            user: components["schemas"]["MiniUser"];
            user_name: string;
            external_id: string | null;
        };
        ScimMemberAdopt: {
            user_id: components["schemas"]["Id"];
            /** @description The name by which the provider knows the person. */
            user_name: string;
            /** @description The id of the person at the provider. */
            external_id?: string;
        };
        ScimMemberReleased: {
            user_id: components["schemas"]["Id"];
            released: boolean;
        };
        ScimMemberReleasedReply: {
            data: components["schemas"]["ScimMemberReleased"];
            request_id: components["schemas"]["RequestId"];
        };
        ScimMemberReply: {
            data: components["schemas"]["ScimMember"];
            request_id: components["schemas"]["RequestId"];
        };
        ScimPatch: {
            schemas?: components["schemas"]["ScimAttributeNames"];
            Operations?: ({
                /** @description `add`, `remove` or `replace`, in any letter case. */
                op?: string;
                path?: string;
                /** @description What to add or put in place. */
                value?: unknown;
            } & {
                [key: string]: unknown;
            })[];
        } & {
            [key: string]: unknown;
        };
        ScimRequest: {
            id: components["schemas"]["Id"];
            token: {
                id: components["schemas"]["Id"];
                label: string;
            };
            /** @description What was asked for, such as `patchScimUser`; more may come. */
            operation: string;
            /** @description `User` or `Group`; more may come. */
            resource_type: string;
            /** @description `null` where none was made. */
            resource_id: string | null;
            /** @description The HTTP status of the answer. */
            status: number;
            request_id: components["schemas"]["RequestId"];
            created_at: components["schemas"]["Timestamp"];
            before?: components["schemas"]["AuditChange"];
            after?: components["schemas"]["AuditChange"];
        };
        ScimRequestListReply: {
            data: components["schemas"]["ScimRequest"][];
            next_cursor: components["schemas"]["NextCursor"];
            total_count: components["schemas"]["TotalCount"];
            has_more: components["schemas"]["HasMore"];
            request_id: components["schemas"]["RequestId"];
        };
        ScimRequestReply: {
            data: components["schemas"]["ScimRequest"];
            request_id: components["schemas"]["RequestId"];
        };
        /** @description A resource as the provider has it. */
        ScimResource: {
            [key: string]: unknown;
        };
        ScimResourceType: {
            schemas: string[];
            id: string;
            name: string;
            endpoint: string;
            description: string;
            schema: string;
            schemaExtensions: {
                schema: string;
                required: boolean;
            }[];
            meta: components["schemas"]["ScimDiscoveryMeta"];
        };
        ScimResourceTypeList: {
            Resources?: components["schemas"]["ScimResourceType"][];
            schemas: string[];
            /** @description How many there are in all. */
            totalResults: number;
            /** @description The place of the first one of this page. */
            startIndex?: number;
            /** @description How many are on this page. */
            itemsPerPage?: number;
            /** @description The cursor of the next page; absent on the last. */
            nextCursor?: string;
            /** @description The cursor of the page before. */
            previousCursor?: string;
        };
        ScimSchema: {
            schemas: string[];
            id: string;
            name: string;
            description: string;
            attributes: components["schemas"]["ScimAttribute"][];
            meta: components["schemas"]["ScimDiscoveryMeta"];
        };
        ScimSchemaList: {
            Resources?: components["schemas"]["ScimSchema"][];
            schemas: string[];
            /** @description How many there are in all. */
            totalResults: number;
            /** @description The place of the first one of this page. */
            startIndex?: number;
            /** @description How many are on this page. */
            itemsPerPage?: number;
            /** @description The cursor of the next page; absent on the last. */
            nextCursor?: string;
            /** @description The cursor of the page before. */
            previousCursor?: string;
        };
        ScimSearchReply: {
            Resources?: (components["schemas"]["ScimUser"] | components["schemas"]["ScimGroup"])[];
            schemas: string[];
            /** @description How many there are in all. */
            totalResults: number;
            /** @description The place of the first one of this page. */
            startIndex?: number;
            /** @description How many are on this page. */
            itemsPerPage?: number;
            /** @description The cursor of the next page; absent on the last. */
            nextCursor?: string;
            /** @description The cursor of the page before. */
            previousCursor?: string;
        };
        ScimSearchRequest: {
            schemas?: components["schemas"]["ScimAttributeNames"];
            attributes?: components["schemas"]["ScimAttributeNames"];
            excludedAttributes?: components["schemas"]["ScimAttributeNames"];
            filter?: components["schemas"]["ScimFilterText"];
            sortBy?: string;
            sortOrder?: components["schemas"]["ScimSortOrderInput"];
            startIndex?: number;
            count?: number;
            cursor?: string;
        } & {
            [key: string]: unknown;
        };
        /** @enum {string} */
        ScimSortOrderInput: "ascending" | "descending";
        ScimSupport: {
            supported: boolean;
        };
        ScimToken: {
            id: components["schemas"]["Id"];
            label: string;
            /** @description The first characters of the secret. */
            prefix: string;
            status: components["schemas"]["KeyStatus"];
            /** @description The administrator who issued it; `null` for the command line. */
            created_by: components["schemas"]["MiniUser"] | null;
            expires_at: components["schemas"]["NullableTimestamp"];
            revoked_at: components["schemas"]["NullableTimestamp"];
            /** @description When its secret was last replaced. */
            rotated_at: components["schemas"]["NullableTimestamp"];
            /** @description Until when the secret before the last rotation is valid, or was. */
            previous_secret_expires_at: components["schemas"]["NullableTimestamp"];
            last_used_at: components["schemas"]["NullableTimestamp"];
            created_at: components["schemas"]["Timestamp"];
            /** @description The whole token, in the answers to issuing and rotating it only. */
            secret?: string;
        };
        ScimTokenCreate: {
            label: components["schemas"]["ApiKeyLabel"];
            /**
             * Format: date-time
             * @description In the future; `null`, or left out, for a token that does not expire.
             */
            expires_at?: string | null;
        };
        ScimTokenListReply: {
            data: components["schemas"]["ScimToken"][];
            next_cursor: components["schemas"]["NextCursor"];
            total_count: components["schemas"]["TotalCount"];
            has_more: components["schemas"]["HasMore"];
            request_id: components["schemas"]["RequestId"];
        };
        ScimTokenReply: {
            data: components["schemas"]["ScimToken"];
            request_id: components["schemas"]["RequestId"];
        };
        ScimTokenRotate: {
            /** @description How long the older secret stays valid; 24 when left out, 0 ends it at once. */
            grace_hours?: number;
        };
        ScimUserList: {
            Resources?: components["schemas"]["ScimUser"][];
            schemas: string[];
            /** @description How many there are in all. */
            totalResults: number;
            /** @description The place of the first one of this page. */
            startIndex?: number;
            /** @description How many are on this page. */
            itemsPerPage?: number;
            /** @description The cursor of the next page; absent on the last. */
            nextCursor?: string;
            /** @description The cursor of the page before. */
            previousCursor?: string;
        };
    };
    responses: {
        /** @description The answer, or why there is none. */
        AiAuditAnswerResponse: {
            headers: {
                "X-Request-Id": components["headers"]["RequestId"];
                "X-RateLimit-Limit": components["headers"]["RateLimitLimit"];
                "X-RateLimit-Remaining": components["headers"]["RateLimitRemaining"];
                "X-RateLimit-Reset": components["headers"]["RateLimitReset"];
                RateLimit: components["headers"]["RateLimit"];
                "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                "Idempotency-Replayed": components["headers"]["IdempotencyReplayed"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["AiTextReply"];
            };
        };
        /** @description The text, or why there is none. */
        AiCannedTextResponse: {
            headers: {
                "X-Request-Id": components["headers"]["RequestId"];
                "X-RateLimit-Limit": components["headers"]["RateLimitLimit"];
                "X-RateLimit-Remaining": components["headers"]["RateLimitRemaining"];
                "X-RateLimit-Reset": components["headers"]["RateLimitReset"];
                RateLimit: components["headers"]["RateLimit"];
                "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                "Idempotency-Replayed": components["headers"]["IdempotencyReplayed"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["AiTextReply"];
            };
        };
        /** @description A page of calls. */
        AiCallListResponse: {
            headers: {
                "X-Request-Id": components["headers"]["RequestId"];
                "X-RateLimit-Limit": components["headers"]["RateLimitLimit"];
                "X-RateLimit-Remaining": components["headers"]["RateLimitRemaining"];
                "X-RateLimit-Reset": components["headers"]["RateLimitReset"];
                [name: string]: unknown;
            };
            content: {
                /**
                 * @example {
                 *       "data": [
                 *         {
                 *           "id": 8801,
                 *           "hook": "sentiment",
                 *           "prompt": "sentiment.1",
                 *           "model": "claude-haiku-4-5-20251001",
                 *           "outcome": "answered",
                 *           "is_repair": false,
                 *           "ticket_id": 1234,
                 *           "user": {
                 *             "id": 9,
                 *             "username": "mod_alice"
                 *           },
                 *           "input_tokens": 412,
                 *           "cache_write_tokens": 0,
                 *           "cache_read_tokens": 0,
                 *           "output_tokens": 87,
                 *           "cost_usd": 0.000847,
                 *           "started_at": "2026-05-29T13:42:11Z",
                 *           "duration_ms": 1240
                 *         }
                 *       ],
                 *       "next_cursor": null,
                 *       "total_count": 1,
                 *       "has_more": false,
                 *       "request_id": "req_01jw0wnp3a2e8r6f4k1v7c9d5b"
                 *     }
                 */
                "application/json": components["schemas"]["AiCallListReply"];
            };
        };
        /** @description The category, or why there is none. */
        AiCategoryResponse: {
            headers: {
                "X-Request-Id": components["headers"]["RequestId"];
                "X-RateLimit-Limit": components["headers"]["RateLimitLimit"];
                "X-RateLimit-Remaining": components["headers"]["RateLimitRemaining"];
                "X-RateLimit-Reset": components["headers"]["RateLimitReset"];
                RateLimit: components["headers"]["RateLimit"];
                "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                "Idempotency-Replayed": components["headers"]["IdempotencyReplayed"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["AiCategoryReply"];
            };
        };
        /** @description The gaps, or why there are none. */
        AiGapsResponse: {
            headers: {
                "X-Request-Id": components["headers"]["RequestId"];
                "X-RateLimit-Limit": components["headers"]["RateLimitLimit"];
                "X-RateLimit-Remaining": components["headers"]["RateLimitRemaining"];
                "X-RateLimit-Reset": components["headers"]["RateLimitReset"];
                RateLimit: components["headers"]["RateLimit"];
                "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["AiGapsReply"];
            };
        };
        /** @description The prediction, or why there is none. */
        AiPredictionResponse: {
            headers: {
                "X-Request-Id": components["headers"]["RequestId"];
                "X-RateLimit-Limit": components["headers"]["RateLimitLimit"];
                "X-RateLimit-Remaining": components["headers"]["RateLimitRemaining"];
                "X-RateLimit-Reset": components["headers"]["RateLimitReset"];
                RateLimit: components["headers"]["RateLimit"];
                "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                "Idempotency-Replayed": components["headers"]["IdempotencyReplayed"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["AiPredictionReply"];
            };
        };
        /** @description The sentiment, or why there is none. */
        AiSentimentResponse: {
            headers: {
                "X-Request-Id": components["headers"]["RequestId"];
                "X-RateLimit-Limit": components["headers"]["RateLimitLimit"];
                "X-RateLimit-Remaining": components["headers"]["RateLimitRemaining"];
                "X-RateLimit-Reset": components["headers"]["RateLimitReset"];
                RateLimit: components["headers"]["RateLimit"];
                "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                "Idempotency-Replayed": components["headers"]["IdempotencyReplayed"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["AiSentimentReply"];
            };
        };
        /** @description The settings. */
        AiSettingsResponse: {
            headers: {
                "X-Request-Id": components["headers"]["RequestId"];
                "X-RateLimit-Limit": components["headers"]["RateLimitLimit"];
                "X-RateLimit-Remaining": components["headers"]["RateLimitRemaining"];
                "X-RateLimit-Reset": components["headers"]["RateLimitReset"];
                "Idempotency-Replayed": components["headers"]["IdempotencyReplayed"];
                [name: string]: unknown;
            };
            content: {
                /**
                 * @example {
                 *       "data": {
                 *         "has_key": true,
                 *         "key_set_at": "2026-05-27T09:00:00Z",
                 *         "base_url": null,
                 *         "model": "claude-haiku-4-5-20251001",
                 *         "hooks": {
                 *           "reply_suggest": true,
                 *           "summary": true,
                 *           "categorize": true,
                 *           "sentiment": true,
                 *           "resolution_predict": true,
                 *           "canned_generate": true,
                 *           "knowledge_gaps": true,
                 *           "audit_qa": true
                 *         },
                 *         "monthly_cap_cents": 5000,
                 *         "spent_usd": 12.503557,
                 *         "calls_per_minute": 60,
                 *         "prices": [],
                 *         "default_prices": [
                 *           {
                 *             "model": "claude-haiku-4-5-20251001",
                 *             "input": 1,
                 *             "cache_write": 1.25,
                 *             "cache_read": 0.1,
                 *             "output": 5
                 *           }
                 *         ]
                 *       },
                 *       "request_id": "req_01jw0wnp3a2e8r6f4k1v7c9d5b"
                 *     }
                 */
                "application/json": components["schemas"]["AiSettingsReply"];
            };
        };
        /** @description The drafts, or why there are none. */
        AiSuggestionsResponse: {
            headers: {
                "X-Request-Id": components["headers"]["RequestId"];
                "X-RateLimit-Limit": components["headers"]["RateLimitLimit"];
                "X-RateLimit-Remaining": components["headers"]["RateLimitRemaining"];
                "X-RateLimit-Reset": components["headers"]["RateLimitReset"];
                RateLimit: components["headers"]["RateLimit"];
                "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                "Idempotency-Replayed": components["headers"]["IdempotencyReplayed"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["AiSuggestionsReply"];
            };
        };
        /** @description The text, or why there is none. */
        AiTextResponse: {
            headers: {
                "X-Request-Id": components["headers"]["RequestId"];
                "X-RateLimit-Limit": components["headers"]["RateLimitLimit"];
                "X-RateLimit-Remaining": components["headers"]["RateLimitRemaining"];
                "X-RateLimit-Reset": components["headers"]["RateLimitReset"];
                RateLimit: components["headers"]["RateLimit"];
                "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                "Idempotency-Replayed": components["headers"]["IdempotencyReplayed"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["AiTextReply"];
            };
        };
        /** @description What the month has cost. */
        AiUsageResponse: {
            headers: {
                "X-Request-Id": components["headers"]["RequestId"];
                "X-RateLimit-Limit": components["headers"]["RateLimitLimit"];
                "X-RateLimit-Remaining": components["headers"]["RateLimitRemaining"];
                "X-RateLimit-Reset": components["headers"]["RateLimitReset"];
                [name: string]: unknown;
            };
            content: {
                /**
                 * @example {
                 *       "data": {
                 *         "month": "2026-05",
                 *         "spent_usd": 12.503557,
                 *         "by_hook": [
                 *           {
                 *             "hook": "sentiment",
                 *             "model": "claude-haiku-4-5-20251001",
                 *             "calls": 120,
                 *             "failed_calls": 2,
                 *             "input_tokens": 49440,
                 *             "cache_write_tokens": 0,
                 *             "cache_read_tokens": 0,
                 *             "output_tokens": 10440,
                 *             "cost_usd": 0.10164
                 *           }
                 *         ]
                 *       },
                 *       "request_id": "req_01jw0wnp3a2e8r6f4k1v7c9d5b"
                 *     }
                 */
                "application/json": components["schemas"]["AiUsageReply"];
            };
        };
        /** @description The API key. */
        ApiKeyResponse: {
            headers: {
                "X-Request-Id": components["headers"]["RequestId"];
                "X-RateLimit-Limit": components["headers"]["RateLimitLimit"];
                "X-RateLimit-Remaining": components["headers"]["RateLimitRemaining"];
                "X-RateLimit-Reset": components["headers"]["RateLimitReset"];
                "Idempotency-Replayed": components["headers"]["IdempotencyReplayed"];
                [name: string]: unknown;
            };
            content: {
                /**
                 * @example {
                 *       "data": {
                 *         "id": 5,
                 *         "label": "Nightly sync",
                 *         "prefix": "mc_live_Zx3a",
                 *         "environment": "live",
                 *         "scopes": [
                 *           "posts:read",
                 *           "posts:write"
                 *         ],
                 *         "requests_per_minute": 300,
                 *         "user": {
                 *           "id": 9,
                 *           "username": "mod_alice"
                 *         },
                 *         "status": "active",
                 *         "expires_at": "2027-05-27T09:00:00Z",
                 *         "revoked_at": null,
                 *         "rotated_at": null,
                 *         "previous_secret_expires_at": null,
                 *         "last_used_at": "2026-05-29T13:42:11Z",
                 *         "last_used_ip": "203.0.113.7",
                 *         "created_at": "2026-05-27T09:00:00Z"
                 *       },
                 *       "request_id": "req_01jw0wnp3a2e8r6f4k1v7c9d5b"
                 *     }
                 */
                "application/json": components["schemas"]["ApiKeyReply"];
            };
        };
        /** @description The API key with its secret, which is not told again. */
        ApiKeyCreatedResponse: {
            headers: {
                Location: components["headers"]["Location"];
                "X-Request-Id": components["headers"]["RequestId"];
                "X-RateLimit-Limit": components["headers"]["RateLimitLimit"];
                "X-RateLimit-Remaining": components["headers"]["RateLimitRemaining"];
                "X-RateLimit-Reset": components["headers"]["RateLimitReset"];
                "Idempotency-Replayed": components["headers"]["IdempotencyReplayed"];
                [name: string]: unknown;
            };
            content: {
                /**
                 * @example {
                 *       "data": {
                 *         "id": 5,
                 *         "label": "Nightly sync",
                 *         "prefix": "mc_live_Zx3a",
                 *         "environment": "live",
                 *         "scopes": [
                 *           "posts:read",
                 *           "posts:write"
                 *         ],
                 *         "requests_per_minute": 300,
                 *         "user": {
                 *           "id": 9,
                 *           "username": "mod_alice"
                 *         },
                 *         "status": "active",
                 *         "expires_at": "2027-05-27T09:00:00Z",
                 *         "revoked_at": null,
                 *         "rotated_at": null,
                 *         "previous_secret_expires_at": null,
                 *         "last_used_at": null,
                 *         "last_used_ip": null,
                 *         "created_at": "2026-05-27T09:00:00Z",
                 *         "secret": "mc_live_Zx3a…"
                 *       },
                 *       "request_id": "req_01jw0wnp3a2e8r6f4k1v7c9d5b"
                 *     }
                 */
                "application/json": components["schemas"]["ApiKeyReply"];
            };
        };
        /** @description A page of API keys. */
        ApiKeyListResponse: {
            headers: {
                "X-Request-Id": components["headers"]["RequestId"];
                "X-RateLimit-Limit": components["headers"]["RateLimitLimit"];
                "X-RateLimit-Remaining": components["headers"]["RateLimitRemaining"];
                "X-RateLimit-Reset": components["headers"]["RateLimitReset"];
                [name: string]: unknown;
            };
            content: {
                /**
                 * @example {
                 *       "data": [
                 *         {
                 *           "id": 5,
                 *           "label": "Nightly sync",
                 *           "prefix": "mc_live_Zx3a",
                 *           "environment": "live",
                 *           "scopes": [
                 *             "posts:read",
                 *             "posts:write"
                 *           ],
                 *           "requests_per_minute": 300,
                 *           "user": {
                 *             "id": 9,
                 *             "username": "mod_alice"
                 *           },
                 *           "status": "active",
                 *           "expires_at": "2027-05-27T09:00:00Z",
                 *           "revoked_at": null,
                 *           "rotated_at": null,
                 *           "previous_secret_expires_at": null,
                 *           "last_used_at": "2026-05-29T13:42:11Z",
                 *           "last_used_ip": "203.0.113.7",
                 *           "created_at": "2026-05-27T09:00:00Z"
                 *         }
                 *       ],
                 *       "next_cursor": null,
                 *       "total_count": 1,
                 *       "has_more": false,
                 *       "request_id": "req_01jw0wnp3a2e8r6f4k1v7c9d5b"
                 *     }
                 */
                "application/json": components["schemas"]["ApiKeyListReply"];
            };
        };
        /** @description The API key with its new secret, which is not told again. */
        ApiKeyRotatedResponse: {
            headers: {
                "X-Request-Id": components["headers"]["RequestId"];
                "X-RateLimit-Limit": components["headers"]["RateLimitLimit"];
                "X-RateLimit-Remaining": components["headers"]["RateLimitRemaining"];
                "X-RateLimit-Reset": components["headers"]["RateLimitReset"];
                "Idempotency-Replayed": components["headers"]["IdempotencyReplayed"];
                [name: string]: unknown;
            };
            content: {
                /**
                 * @example {
                 *       "data": {
                 *         "id": 5,
                 *         "label": "Nightly sync",
                 *         "prefix": "mc_live_q8Wd",
                 *         "environment": "live",
                 *         "scopes": [
                 *           "posts:read",
                 *           "posts:write"
                 *         ],
                 *         "requests_per_minute": 300,
                 *         "user": {
                 *           "id": 9,
                 *           "username": "mod_alice"
                 *         },
                 *         "status": "active",
                 *         "expires_at": "2027-05-27T09:00:00Z",
                 *         "revoked_at": null,
                 *         "rotated_at": "2026-05-29T14:00:00Z",
                 *         "previous_secret_expires_at": "2026-05-31T14:00:00Z",
                 *         "last_used_at": "2026-05-29T13:42:11Z",
                 *         "last_used_ip": "203.0.113.7",
                 *         "created_at": "2026-05-27T09:00:00Z",
                 *         "secret": "mc_live_q8Wd…"
                 *       },
                 *       "request_id": "req_01jw0wnp3a2e8r6f4k1v7c9d5b"
                 *     }
                 */
                "application/json": components["schemas"]["ApiKeyReply"];
            };
        };
        /** @description A page of the audit log. */
        AuditLogResponse: {
            headers: {
                "X-Request-Id": components["headers"]["RequestId"];
                "X-RateLimit-Limit": components["headers"]["RateLimitLimit"];
                "X-RateLimit-Remaining": components["headers"]["RateLimitRemaining"];
                "X-RateLimit-Reset": components["headers"]["RateLimitReset"];
                [name: string]: unknown;
            };
            content: {
                /**
                 * @example {
                 *       "data": [
                 *         {
                 *           "id": 71,
                 *           "action": "api_key.created",
                 *           "actor": {
                 *             "id": 9,
                 *             "username": "mod_alice"
                 *           },
                 *           "target": {
                 *             "kind": "api_key",
                 *             "id": 5
                 *           },
                 *           "before": null,
                 *           "after": {
                 *             "label": "Nightly sync",
                 *             "scopes": [
                 *               "posts:read",
                 *               "posts:write"
                 *             ]
                 *           },
                 *           "created_at": "2026-05-27T09:00:00Z"
                 *         }
                 *       ],
                 *       "next_cursor": null,
                 *       "total_count": 1,
                 *       "has_more": false,
                 *       "request_id": "req_01jw0wnp3a2e8r6f4k1v7c9d5b"
                 *     }
                 */
                "application/json": components["schemas"]["AuditLogReply"];
            };
        };
        /** @description The request is at fault, in a way that those of any operation can be; nothing was changed. */
        ClientError: {
            headers: {
                "X-Request-Id": components["headers"]["RequestId"];
                "X-RateLimit-Limit": components["headers"]["RateLimitLimit"];
                "X-RateLimit-Remaining": components["headers"]["RateLimitRemaining"];
                "X-RateLimit-Reset": components["headers"]["RateLimitReset"];
                RateLimit: components["headers"]["RateLimit"];
                "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                "Retry-After": components["headers"]["RetryAfter"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["ErrorReply"];
                "application/problem+json": components["schemas"]["ProblemReply"];
            };
        };
        /** @description The request contradicts the state of the resource, or another with the same key is still running. */
        Conflict: {
            headers: {
                "X-Request-Id": components["headers"]["RequestId"];
                "X-RateLimit-Limit": components["headers"]["RateLimitLimit"];
                "X-RateLimit-Remaining": components["headers"]["RateLimitRemaining"];
                "X-RateLimit-Reset": components["headers"]["RateLimitReset"];
                RateLimit: components["headers"]["RateLimit"];
                "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                "Retry-After": components["headers"]["RetryAfter"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["ErrorReply"];
                "application/problem+json": components["schemas"]["ProblemReply"];
            };
        };
        /** @description The canned response, filled in. */
        CannedPreviewResponse: {
            headers: {
                "X-Request-Id": components["headers"]["RequestId"];
                "X-RateLimit-Limit": components["headers"]["RateLimitLimit"];
                "X-RateLimit-Remaining": components["headers"]["RateLimitRemaining"];
                "X-RateLimit-Reset": components["headers"]["RateLimitReset"];
                RateLimit: components["headers"]["RateLimit"];
                "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                "Idempotency-Replayed": components["headers"]["IdempotencyReplayed"];
                [name: string]: unknown;
            };
            content: {
                /**
                 * @example {
                 *       "data": {
                 *         "text": "Dear Ada, the refund for HD-001234 is on its way.",
                 *         "html": "<p>Dear Ada, the refund for HD-001234 is on its way.</p>",
                 *         "unknown": []
                 *       },
                 *       "request_id": "req_01jw0wnp3a2e8r6f4k1v7c9d5b"
                 *     }
                 */
                "application/json": components["schemas"]["CannedPreviewReply"];
            };
        };
        /** @description The canned response. */
        CannedResponseResponse: {
            headers: {
                "X-Request-Id": components["headers"]["RequestId"];
                "X-RateLimit-Limit": components["headers"]["RateLimitLimit"];
                "X-RateLimit-Remaining": components["headers"]["RateLimitRemaining"];
                "X-RateLimit-Reset": components["headers"]["RateLimitReset"];
                RateLimit: components["headers"]["RateLimit"];
                "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                "Idempotency-Replayed": components["headers"]["IdempotencyReplayed"];
                [name: string]: unknown;
            };
            content: {
                /**
                 * @example {
                 *       "data": {
                 *         "id": 51,
                 *         "slug": "refund-sent",
                 *         "title": "Refund sent",
                 *         "body_md": "Dear {{requester.first_name}}, the refund for {{ticket.reference}} is on its way.",
                 *         "queue_id": 3,
                 *         "is_active": true,
                 *         "sort_order": 100,
                 *         "use_count": 12
                 *       },
                 *       "request_id": "req_01jw0wnp3a2e8r6f4k1v7c9d5b"
                 *     }
                 */
                "application/json": components["schemas"]["CannedResponseReply"];
            };
        };
        /** @description The canned response, as created. */
        CannedResponseCreatedResponse: {
            headers: {
                Location: components["headers"]["Location"];
                "X-Request-Id": components["headers"]["RequestId"];
                "X-RateLimit-Limit": components["headers"]["RateLimitLimit"];
                "X-RateLimit-Remaining": components["headers"]["RateLimitRemaining"];
                "X-RateLimit-Reset": components["headers"]["RateLimitReset"];
                RateLimit: components["headers"]["RateLimit"];
                "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                "Idempotency-Replayed": components["headers"]["IdempotencyReplayed"];
                [name: string]: unknown;
            };
            content: {
                /**
                 * @example {
                 *       "data": {
                 *         "id": 51,
                 *         "slug": "refund-sent",
                 *         "title": "Refund sent",
                 *         "body_md": "Dear {{requester.first_name}}, the refund for {{ticket.reference}} is on its way.",
                 *         "queue_id": 3,
                 *         "is_active": true,
                 *         "sort_order": 100,
                 *         "use_count": 12
                 *       },
                 *       "request_id": "req_01jw0wnp3a2e8r6f4k1v7c9d5b"
                 *     }
                 */
                "application/json": components["schemas"]["CannedResponseReply"];
            };
        };
        /** @description A page of canned responses. */
        CannedResponseListResponse: {
            headers: {
                "X-Request-Id": components["headers"]["RequestId"];
                "X-RateLimit-Limit": components["headers"]["RateLimitLimit"];
                "X-RateLimit-Remaining": components["headers"]["RateLimitRemaining"];
                "X-RateLimit-Reset": components["headers"]["RateLimitReset"];
                RateLimit: components["headers"]["RateLimit"];
                "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                [name: string]: unknown;
            };
            content: {
                /**
                 * @example {
                 *       "data": [
                 *         {
                 *           "id": 51,
                 *           "slug": "refund-sent",
                 *           "title": "Refund sent",
                 *           "body_md": "Dear {{requester.first_name}}, the refund for {{ticket.reference}} is on its way.",
                 *           "queue_id": 3,
                 *           "is_active": true,
                 *           "sort_order": 100,
                 *           "use_count": 12
                 *         }
                 *       ],
                 *       "next_cursor": null,
                 *       "total_count": 1,
                 *       "has_more": false,
                 *       "request_id": "req_01jw0wnp3a2e8r6f4k1v7c9d5b"
                 *     }
                 */
                "application/json": components["schemas"]["CannedResponseListReply"];
            };
        };
        /** @description It is deleted. */
        DeletedResponse: {
            headers: {
                "X-Request-Id": components["headers"]["RequestId"];
                "X-RateLimit-Limit": components["headers"]["RateLimitLimit"];
                "X-RateLimit-Remaining": components["headers"]["RateLimitRemaining"];
                "X-RateLimit-Reset": components["headers"]["RateLimitReset"];
                RateLimit: components["headers"]["RateLimit"];
                "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                "Idempotency-Replayed": components["headers"]["IdempotencyReplayed"];
                [name: string]: unknown;
            };
            content: {
                /**
                 * @example {
                 *       "data": {
                 *         "id": 4502,
                 *         "deleted": true
                 *       },
                 *       "request_id": "req_01jw0wnp3a2e8r6f4k1v7c9d5b"
                 *     }
                 */
                "application/json": components["schemas"]["DeletedReply"];
            };
        };
        /** @description A page of events. */
        EventListResponse: {
            headers: {
                "X-Request-Id": components["headers"]["RequestId"];
                "X-RateLimit-Limit": components["headers"]["RateLimitLimit"];
                "X-RateLimit-Remaining": components["headers"]["RateLimitRemaining"];
                "X-RateLimit-Reset": components["headers"]["RateLimitReset"];
                RateLimit: components["headers"]["RateLimit"];
                "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["EventListReply"];
            };
        };
        /** @description The file. */
        FileResponse: {
            headers: {
                "X-Request-Id": components["headers"]["RequestId"];
                "X-RateLimit-Limit": components["headers"]["RateLimitLimit"];
                "X-RateLimit-Remaining": components["headers"]["RateLimitRemaining"];
                "X-RateLimit-Reset": components["headers"]["RateLimitReset"];
                RateLimit: components["headers"]["RateLimit"];
                "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                [name: string]: unknown;
            };
            content: {
                /**
                 * @example {
                 *       "data": {
                 *         "id": 77,
                 *         "title": "Field service manual",
                 *         "description": "All revisions up to 1979.",
                 *         "original_name": "2600-service.pdf",
                 *         "mime_type": "application/pdf",
                 *         "size_bytes": 1048576,
                 *         "download_count": 12,
                 *         "area": {
                 *           "slug": "manuals",
                 *           "name": "Manuals"
                 *         },
                 *         "uploader": {
                 *           "id": 312,
                 *           "username": "retroseller"
                 *         },
                 *         "created_at": "2026-05-29T10:20:00Z"
                 *       },
                 *       "request_id": "req_01jw0wnp3a2e8r6f4k1v7c9d5b"
                 *     }
                 */
                "application/json": components["schemas"]["FileReply"];
            };
        };
        /** @description It failed; nothing was changed. The code says why. */
        Failure: {
            headers: {
                "X-Request-Id": components["headers"]["RequestId"];
                "X-RateLimit-Limit": components["headers"]["RateLimitLimit"];
                "X-RateLimit-Remaining": components["headers"]["RateLimitRemaining"];
                "X-RateLimit-Reset": components["headers"]["RateLimitReset"];
                RateLimit: components["headers"]["RateLimit"];
                "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                "Retry-After": components["headers"]["RetryAfter"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["ErrorReply"];
                /**
                 * @example {
                 *       "type": "https://demo.mobieus.io/docs/errors/not_found",
                 *       "title": "Not found",
                 *       "status": 404,
                 *       "detail": "There is no such resource.",
                 *       "code": "not_found",
                 *       "request_id": "req_01jw0wnp3a2e8r6f4k1v7c9d5b"
                 *     }
                 */
                "application/problem+json": components["schemas"]["ProblemReply"];
            };
        };
        /** @description The file area. */
        FileAreaResponse: {
            headers: {
                "X-Request-Id": components["headers"]["RequestId"];
                "X-RateLimit-Limit": components["headers"]["RateLimitLimit"];
                "X-RateLimit-Remaining": components["headers"]["RateLimitRemaining"];
                "X-RateLimit-Reset": components["headers"]["RateLimitReset"];
                RateLimit: components["headers"]["RateLimit"];
                "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                "Idempotency-Replayed": components["headers"]["IdempotencyReplayed"];
                [name: string]: unknown;
            };
            content: {
                /**
                 * @example {
                 *       "data": {
                 *         "id": 17,
                 *         "slug": "manuals",
                 *         "name": "Manuals",
                 *         "description": "Service manuals and schematics.",
                 *         "archived_at": null,
                 *         "programs_allowed": true
                 *       },
                 *       "request_id": "req_01jw0wnp3a2e8r6f4k1v7c9d5b"
                 *     }
                 */
                "application/json": components["schemas"]["FileAreaReply"];
            };
        };
        /** @description The file area, as created. */
        FileAreaCreatedResponse: {
            headers: {
                Location: components["headers"]["Location"];
                "X-Request-Id": components["headers"]["RequestId"];
                "X-RateLimit-Limit": components["headers"]["RateLimitLimit"];
                "X-RateLimit-Remaining": components["headers"]["RateLimitRemaining"];
                "X-RateLimit-Reset": components["headers"]["RateLimitReset"];
                "Idempotency-Replayed": components["headers"]["IdempotencyReplayed"];
                [name: string]: unknown;
            };
            content: {
                /**
                 * @example {
                 *       "data": {
                 *         "id": 17,
                 *         "slug": "manuals",
                 *         "name": "Manuals",
                 *         "description": "Service manuals and schematics.",
                 *         "archived_at": null,
                 *         "programs_allowed": true
                 *       },
                 *       "request_id": "req_01jw0wnp3a2e8r6f4k1v7c9d5b"
                 *     }
                 */
                "application/json": components["schemas"]["FileAreaReply"];
            };
        };
        /** @description A page of file areas. */
        FileAreaListResponse: {
            headers: {
                "X-Request-Id": components["headers"]["RequestId"];
                "X-RateLimit-Limit": components["headers"]["RateLimitLimit"];
                "X-RateLimit-Remaining": components["headers"]["RateLimitRemaining"];
                "X-RateLimit-Reset": components["headers"]["RateLimitReset"];
                RateLimit: components["headers"]["RateLimit"];
                "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                [name: string]: unknown;
            };
            content: {
                /**
                 * @example {
                 *       "data": [
                 *         {
                 *           "id": 17,
                 *           "slug": "manuals",
                 *           "name": "Manuals",
                 *           "description": "Service manuals and schematics.",
                 *           "archived_at": null,
                 *           "programs_allowed": true
                 *         }
                 *       ],
                 *       "next_cursor": null,
                 *       "total_count": 1,
                 *       "has_more": false,
                 *       "request_id": "req_01jw0wnp3a2e8r6f4k1v7c9d5b"
                 *     }
                 */
                "application/json": components["schemas"]["FileAreaListReply"];
            };
        };
        /** @description The whole file. */
        FileContentResponse: {
            headers: {
                "X-Request-Id": components["headers"]["RequestId"];
                "X-RateLimit-Limit": components["headers"]["RateLimitLimit"];
                "X-RateLimit-Remaining": components["headers"]["RateLimitRemaining"];
                "X-RateLimit-Reset": components["headers"]["RateLimitReset"];
                RateLimit: components["headers"]["RateLimit"];
                "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                "Accept-Ranges": components["headers"]["AcceptRanges"];
                "Content-Disposition": components["headers"]["ContentDisposition"];
                ETag: components["headers"]["ETag"];
                [name: string]: unknown;
            };
            content: {
                "application/octet-stream": components["schemas"]["FileBytes"];
            };
        };
        /** @description A page of files. */
        FileListResponse: {
            headers: {
                "X-Request-Id": components["headers"]["RequestId"];
                "X-RateLimit-Limit": components["headers"]["RateLimitLimit"];
                "X-RateLimit-Remaining": components["headers"]["RateLimitRemaining"];
                "X-RateLimit-Reset": components["headers"]["RateLimitReset"];
                RateLimit: components["headers"]["RateLimit"];
                "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                [name: string]: unknown;
            };
            content: {
                /**
                 * @example {
                 *       "data": [
                 *         {
                 *           "id": 77,
                 *           "title": "Field service manual",
                 *           "description": "All revisions up to 1979.",
                 *           "original_name": "2600-service.pdf",
                 *           "mime_type": "application/pdf",
                 *           "size_bytes": 1048576,
                 *           "download_count": 12,
                 *           "area": {
                 *             "slug": "manuals",
                 *             "name": "Manuals"
                 *           },
                 *           "uploader": {
                 *             "id": 312,
                 *             "username": "retroseller"
                 *           },
                 *           "created_at": "2026-05-29T10:20:00Z"
                 *         }
                 *       ],
                 *       "next_cursor": null,
                 *       "total_count": 1,
                 *       "has_more": false,
                 *       "request_id": "req_01jw0wnp3a2e8r6f4k1v7c9d5b"
                 *     }
                 */
                "application/json": components["schemas"]["FileListReply"];
            };
        };
        /** @description The range that was asked for. */
        FilePartResponse: {
            headers: {
                "X-Request-Id": components["headers"]["RequestId"];
                "X-RateLimit-Limit": components["headers"]["RateLimitLimit"];
                "X-RateLimit-Remaining": components["headers"]["RateLimitRemaining"];
                "X-RateLimit-Reset": components["headers"]["RateLimitReset"];
                RateLimit: components["headers"]["RateLimit"];
                "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                "Accept-Ranges": components["headers"]["AcceptRanges"];
                "Content-Disposition": components["headers"]["ContentDisposition"];
                ETag: components["headers"]["ETag"];
                "Content-Range": components["headers"]["ContentRange"];
                [name: string]: unknown;
            };
            content: {
                "application/octet-stream": components["schemas"]["FileBytes"];
            };
        };
        /** @description The file is in quarantine. */
        FileReceivedResponse: {
            headers: {
                "X-Request-Id": components["headers"]["RequestId"];
                "X-RateLimit-Limit": components["headers"]["RateLimitLimit"];
                "X-RateLimit-Remaining": components["headers"]["RateLimitRemaining"];
                "X-RateLimit-Reset": components["headers"]["RateLimitReset"];
                RateLimit: components["headers"]["RateLimit"];
                "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                "Idempotency-Replayed": components["headers"]["IdempotencyReplayed"];
                [name: string]: unknown;
            };
            content: {
                /**
                 * @example {
                 *       "data": {
                 *         "id": 77,
                 *         "status": "quarantined",
                 *         "title": "Field service manual",
                 *         "description": "All revisions up to 1979.",
                 *         "original_name": "2600-service.pdf",
                 *         "mime_type": "application/pdf",
                 *         "size_bytes": 1048576,
                 *         "area": {
                 *           "slug": "manuals",
                 *           "name": "Manuals"
                 *         },
                 *         "uploader": {
                 *           "id": 312,
                 *           "username": "retroseller"
                 *         },
                 *         "created_at": "2026-05-29T10:20:00Z"
                 *       },
                 *       "request_id": "req_01jw0wnp3a2e8r6f4k1v7c9d5b"
                 *     }
                 */
                "application/json": components["schemas"]["FileReceivedReply"];
            };
        };
        /** @description The forum. */
        ForumResponse: {
            headers: {
                "X-Request-Id": components["headers"]["RequestId"];
                "X-RateLimit-Limit": components["headers"]["RateLimitLimit"];
                "X-RateLimit-Remaining": components["headers"]["RateLimitRemaining"];
                "X-RateLimit-Reset": components["headers"]["RateLimitReset"];
                RateLimit: components["headers"]["RateLimit"];
                "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                "Idempotency-Replayed": components["headers"]["IdempotencyReplayed"];
                [name: string]: unknown;
            };
            content: {
                /**
                 * @example {
                 *       "data": {
                 *         "id": 12,
                 *         "slug": "atari-2600",
                 *         "name": "Atari 2600",
                 *         "description": "Six-switchers, juniors and everything that plugs in.",
                 *         "archived_at": null
                 *       },
                 *       "request_id": "req_01jw0wnp3a2e8r6f4k1v7c9d5b"
                 *     }
                 */
                "application/json": components["schemas"]["ForumReply"];
            };
        };
        /** @description The forum, as created. */
        ForumCreatedResponse: {
            headers: {
                Location: components["headers"]["Location"];
                "X-Request-Id": components["headers"]["RequestId"];
                "X-RateLimit-Limit": components["headers"]["RateLimitLimit"];
                "X-RateLimit-Remaining": components["headers"]["RateLimitRemaining"];
                "X-RateLimit-Reset": components["headers"]["RateLimitReset"];
                "Idempotency-Replayed": components["headers"]["IdempotencyReplayed"];
                [name: string]: unknown;
            };
            content: {
                /**
                 * @example {
                 *       "data": {
                 *         "id": 12,
                 *         "slug": "atari-2600",
                 *         "name": "Atari 2600",
                 *         "description": "Six-switchers, juniors and everything that plugs in.",
                 *         "archived_at": null
                 *       },
                 *       "request_id": "req_01jw0wnp3a2e8r6f4k1v7c9d5b"
                 *     }
                 */
                "application/json": components["schemas"]["ForumReply"];
            };
        };
        /** @description A page of forums. */
        ForumListResponse: {
            headers: {
                "X-Request-Id": components["headers"]["RequestId"];
                "X-RateLimit-Limit": components["headers"]["RateLimitLimit"];
                "X-RateLimit-Remaining": components["headers"]["RateLimitRemaining"];
                "X-RateLimit-Reset": components["headers"]["RateLimitReset"];
                RateLimit: components["headers"]["RateLimit"];
                "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                [name: string]: unknown;
            };
            content: {
                /**
                 * @example {
                 *       "data": [
                 *         {
                 *           "id": 12,
                 *           "slug": "atari-2600",
                 *           "name": "Atari 2600",
                 *           "description": "Six-switchers, juniors and everything that plugs in.",
                 *           "archived_at": null
                 *         }
                 *       ],
                 *       "next_cursor": null,
                 *       "total_count": 1,
                 *       "has_more": false,
                 *       "request_id": "req_01jw0wnp3a2e8r6f4k1v7c9d5b"
                 *     }
                 */
                "application/json": components["schemas"]["ForumListReply"];
            };
        };
        /** @description The agent. */
        HelpAgentResponse: {
            headers: {
                "X-Request-Id": components["headers"]["RequestId"];
                "X-RateLimit-Limit": components["headers"]["RateLimitLimit"];
                "X-RateLimit-Remaining": components["headers"]["RateLimitRemaining"];
                "X-RateLimit-Reset": components["headers"]["RateLimitReset"];
                RateLimit: components["headers"]["RateLimit"];
                "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                "Idempotency-Replayed": components["headers"]["IdempotencyReplayed"];
                [name: string]: unknown;
            };
            content: {
                /**
                 * @example {
                 *       "data": {
                 *         "id": 21,
                 *         "user_id": 9,
                 *         "name": "Alice",
                 *         "email": "alice@example.com",
                 *         "is_active": true,
                 *         "queue_ids": [
                 *           3
                 *         ],
                 *         "presence": "available",
                 *         "capacity": 10
                 *       },
                 *       "request_id": "req_01jw0wnp3a2e8r6f4k1v7c9d5b"
                 *     }
                 */
                "application/json": components["schemas"]["HelpAgentReply"];
            };
        };
        /** @description The agent, as created. */
        HelpAgentCreatedResponse: {
            headers: {
                Location: components["headers"]["Location"];
                "X-Request-Id": components["headers"]["RequestId"];
                "X-RateLimit-Limit": components["headers"]["RateLimitLimit"];
                "X-RateLimit-Remaining": components["headers"]["RateLimitRemaining"];
                "X-RateLimit-Reset": components["headers"]["RateLimitReset"];
                RateLimit: components["headers"]["RateLimit"];
                "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                "Idempotency-Replayed": components["headers"]["IdempotencyReplayed"];
                [name: string]: unknown;
            };
            content: {
                /**
                 * @example {
                 *       "data": {
                 *         "id": 23,
                 *         "user_id": 7,
                 *         "name": "Pixel Pia",
                 *         "email": "pia@example.com",
                 *         "is_active": true,
                 *         "queue_ids": [],
                 *         "presence": "offline",
                 *         "capacity": null
                 *       },
                 *       "request_id": "req_01jw0wnp3a2e8r6f4k1v7c9d5b"
                 *     }
                 */
                "application/json": components["schemas"]["HelpAgentReply"];
            };
        };
        /** @description A page of agents. */
        HelpAgentListResponse: {
            headers: {
                "X-Request-Id": components["headers"]["RequestId"];
                "X-RateLimit-Limit": components["headers"]["RateLimitLimit"];
                "X-RateLimit-Remaining": components["headers"]["RateLimitRemaining"];
                "X-RateLimit-Reset": components["headers"]["RateLimitReset"];
                RateLimit: components["headers"]["RateLimit"];
                "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                [name: string]: unknown;
            };
            content: {
                /**
                 * @example {
                 *       "data": [
                 *         {
                 *           "id": 21,
                 *           "user_id": 9,
                 *           "name": "Alice",
                 *           "email": "alice@example.com",
                 *           "is_active": true,
                 *           "queue_ids": [
                 *             3
                 *           ],
                 *           "presence": "available",
                 *           "capacity": 10
                 *         }
                 *       ],
                 *       "next_cursor": null,
                 *       "total_count": 1,
                 *       "has_more": false,
                 *       "request_id": "req_01jw0wnp3a2e8r6f4k1v7c9d5b"
                 *     }
                 */
                "application/json": components["schemas"]["HelpAgentListReply"];
            };
        };
        /** @description A page of the audit log of the help desk. */
        HelpAuditResponse: {
            headers: {
                "X-Request-Id": components["headers"]["RequestId"];
                "X-RateLimit-Limit": components["headers"]["RateLimitLimit"];
                "X-RateLimit-Remaining": components["headers"]["RateLimitRemaining"];
                "X-RateLimit-Reset": components["headers"]["RateLimitReset"];
                RateLimit: components["headers"]["RateLimit"];
                "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                [name: string]: unknown;
            };
            content: {
                /**
                 * @example {
                 *       "data": [
                 *         {
                 *           "id": 8101,
                 *           "event_key": "ticket.status_changed",
                 *           "actor_kind": "agent",
                 *           "actor": {
                 *             "kind": "agent",
                 *             "id": 21,
                 *             "name": "Mod"
                 *           },
                 *           "target": {
                 *             "kind": "ticket",
                 *             "id": 1234
                 *           },
                 *           "before_json": {
                 *             "status": "new"
                 *           },
                 *           "after_json": {
                 *             "status": "open"
                 *           },
                 *           "created_at": "2026-05-29T12:00:00Z"
                 *         }
                 *       ],
                 *       "next_cursor": null,
                 *       "total_count": 1,
                 *       "has_more": false,
                 *       "request_id": "req_01jw0wnp3a2e8r6f4k1v7c9d5b"
                 *     }
                 */
                "application/json": components["schemas"]["HelpAuditReply"];
            };
        };
        /** @description The calendar. */
        HelpCalendarResponse: {
            headers: {
                "X-Request-Id": components["headers"]["RequestId"];
                "X-RateLimit-Limit": components["headers"]["RateLimitLimit"];
                "X-RateLimit-Remaining": components["headers"]["RateLimitRemaining"];
                "X-RateLimit-Reset": components["headers"]["RateLimitReset"];
                RateLimit: components["headers"]["RateLimit"];
                "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                "Idempotency-Replayed": components["headers"]["IdempotencyReplayed"];
                [name: string]: unknown;
            };
            content: {
                /**
                 * @example {
                 *       "data": {
                 *         "id": 61,
                 *         "name": "Office hours",
                 *         "time_zone": "Europe/Berlin",
                 *         "hours": [
                 *           {
                 *             "day": "monday",
                 *             "opens": "09:00",
                 *             "closes": "17:00"
                 *           },
                 *           {
                 *             "day": "tuesday",
                 *             "opens": "09:00",
                 *             "closes": "17:00"
                 *           },
                 *           {
                 *             "day": "wednesday",
                 *             "opens": "09:00",
                 *             "closes": "17:00"
                 *           },
                 *           {
                 *             "day": "thursday",
                 *             "opens": "09:00",
                 *             "closes": "17:00"
                 *           },
                 *           {
                 *             "day": "friday",
                 *             "opens": "09:00",
                 *             "closes": "17:00"
                 *           }
                 *         ],
                 *         "holidays": [
                 *           {
                 *             "date": "2026-12-25",
                 *             "name": "Christmas"
                 *           }
                 *         ]
                 *       },
                 *       "request_id": "req_01jw0wnp3a2e8r6f4k1v7c9d5b"
                 *     }
                 */
                "application/json": components["schemas"]["HelpCalendarReply"];
            };
        };
        /** @description The calendar, as created. */
        HelpCalendarCreatedResponse: {
            headers: {
                Location: components["headers"]["Location"];
                "X-Request-Id": components["headers"]["RequestId"];
                "X-RateLimit-Limit": components["headers"]["RateLimitLimit"];
                "X-RateLimit-Remaining": components["headers"]["RateLimitRemaining"];
                "X-RateLimit-Reset": components["headers"]["RateLimitReset"];
                RateLimit: components["headers"]["RateLimit"];
                "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                "Idempotency-Replayed": components["headers"]["IdempotencyReplayed"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["HelpCalendarReply"];
            };
        };
        /** @description A page of calendars. */
        HelpCalendarListResponse: {
            headers: {
                "X-Request-Id": components["headers"]["RequestId"];
                "X-RateLimit-Limit": components["headers"]["RateLimitLimit"];
                "X-RateLimit-Remaining": components["headers"]["RateLimitRemaining"];
                "X-RateLimit-Reset": components["headers"]["RateLimitReset"];
                RateLimit: components["headers"]["RateLimit"];
                "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                [name: string]: unknown;
            };
            content: {
                /**
                 * @example {
                 *       "data": [
                 *         {
                 *           "id": 61,
                 *           "name": "Office hours",
                 *           "time_zone": "Europe/Berlin",
                 *           "hours": [
                 *             {
                 *               "day": "monday",
                 *               "opens": "09:00",
                 *               "closes": "17:00"
                 *             },
                 *             {
                 *               "day": "tuesday",
                 *               "opens": "09:00",
                 *               "closes": "17:00"
                 *             },
                 *             {
                 *               "day": "wednesday",
                 *               "opens": "09:00",
                 *               "closes": "17:00"
                 *             },
                 *             {
                 *               "day": "thursday",
                 *               "opens": "09:00",
                 *               "closes": "17:00"
                 *             },
                 *             {
                 *               "day": "friday",
                 *               "opens": "09:00",
                 *               "closes": "17:00"
                 *             }
                 *           ],
                 *           "holidays": [
                 *             {
                 *               "date": "2026-12-25",
                 *               "name": "Christmas"
                 *             }
                 *           ]
                 *         }
                 *       ],
                 *       "next_cursor": null,
                 *       "total_count": 1,
                 *       "has_more": false,
                 *       "request_id": "req_01jw0wnp3a2e8r6f4k1v7c9d5b"
                 *     }
                 */
                "application/json": components["schemas"]["HelpCalendarListReply"];
            };
        };
        /** @description The queue. */
        HelpQueueResponse: {
            headers: {
                "X-Request-Id": components["headers"]["RequestId"];
                "X-RateLimit-Limit": components["headers"]["RateLimitLimit"];
                "X-RateLimit-Remaining": components["headers"]["RateLimitRemaining"];
                "X-RateLimit-Reset": components["headers"]["RateLimitReset"];
                RateLimit: components["headers"]["RateLimit"];
                "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                "Idempotency-Replayed": components["headers"]["IdempotencyReplayed"];
                [name: string]: unknown;
            };
            content: {
                /**
                 * @example {
                 *       "data": {
                 *         "id": 3,
                 *         "slug": "billing",
                 *         "name": "Billing",
                 *         "assignment_policy": "manual",
                 *         "sla_plan_id": null,
                 *         "is_default": false
                 *       },
                 *       "request_id": "req_01jw0wnp3a2e8r6f4k1v7c9d5b"
                 *     }
                 */
                "application/json": components["schemas"]["HelpQueueReply"];
            };
        };
        /** @description The queue, as created. */
        HelpQueueCreatedResponse: {
            headers: {
                Location: components["headers"]["Location"];
                "X-Request-Id": components["headers"]["RequestId"];
                "X-RateLimit-Limit": components["headers"]["RateLimitLimit"];
                "X-RateLimit-Remaining": components["headers"]["RateLimitRemaining"];
                "X-RateLimit-Reset": components["headers"]["RateLimitReset"];
                RateLimit: components["headers"]["RateLimit"];
                "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                "Idempotency-Replayed": components["headers"]["IdempotencyReplayed"];
                [name: string]: unknown;
            };
            content: {
                /**
                 * @example {
                 *       "data": {
                 *         "id": 3,
                 *         "slug": "billing",
                 *         "name": "Billing",
                 *         "assignment_policy": "manual",
                 *         "sla_plan_id": null,
                 *         "is_default": false
                 *       },
                 *       "request_id": "req_01jw0wnp3a2e8r6f4k1v7c9d5b"
                 *     }
                 */
                "application/json": components["schemas"]["HelpQueueReply"];
            };
        };
        /** @description A page of queues. */
        HelpQueueListResponse: {
            headers: {
                "X-Request-Id": components["headers"]["RequestId"];
                "X-RateLimit-Limit": components["headers"]["RateLimitLimit"];
                "X-RateLimit-Remaining": components["headers"]["RateLimitRemaining"];
                "X-RateLimit-Reset": components["headers"]["RateLimitReset"];
                RateLimit: components["headers"]["RateLimit"];
                "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                [name: string]: unknown;
            };
            content: {
                /**
                 * @example {
                 *       "data": [
                 *         {
                 *           "id": 3,
                 *           "slug": "billing",
                 *           "name": "Billing",
                 *           "assignment_policy": "manual",
                 *           "sla_plan_id": null,
                 *           "is_default": false
                 *         }
                 *       ],
                 *       "next_cursor": null,
                 *       "total_count": 1,
                 *       "has_more": false,
                 *       "request_id": "req_01jw0wnp3a2e8r6f4k1v7c9d5b"
                 *     }
                 */
                "application/json": components["schemas"]["HelpQueueListReply"];
            };
        };
        /** @description The rule. */
        HelpRuleResponse: {
            headers: {
                "X-Request-Id": components["headers"]["RequestId"];
                "X-RateLimit-Limit": components["headers"]["RateLimitLimit"];
                "X-RateLimit-Remaining": components["headers"]["RateLimitRemaining"];
                "X-RateLimit-Reset": components["headers"]["RateLimitReset"];
                RateLimit: components["headers"]["RateLimit"];
                "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                "Idempotency-Replayed": components["headers"]["IdempotencyReplayed"];
                [name: string]: unknown;
            };
            content: {
                /**
                 * @example {
                 *       "data": {
                 *         "id": 81,
                 *         "name": "Refunds are urgent",
                 *         "event": "created",
                 *         "conditions": {
                 *           "all": [
                 *             {
                 *               "field": "subject",
                 *               "key": null,
                 *               "operator": "contains",
                 *               "values": [
                 *                 "refund",
                 *                 "chargeback"
                 *               ]
                 *             }
                 *           ],
                 *           "any": []
                 *         },
                 *         "actions": [
                 *           {
                 *             "type": "set_priority",
                 *             "priority": "urgent"
                 *           },
                 *           {
                 *             "type": "assign_queue",
                 *             "queue_id": 3
                 *           }
                 *         ],
                 *         "is_active": true,
                 *         "sort_order": 100,
                 *         "created_at": "2026-05-02T09:00:00.000Z",
                 *         "updated_at": "2026-05-02T09:00:00.000Z"
                 *       },
                 *       "request_id": "req_01jw0wnp3a2e8r6f4k1v7c9d5b"
                 *     }
                 */
                "application/json": components["schemas"]["HelpRuleReply"];
            };
        };
        /** @description The rule, as created. */
        HelpRuleCreatedResponse: {
            headers: {
                Location: components["headers"]["Location"];
                "X-Request-Id": components["headers"]["RequestId"];
                "X-RateLimit-Limit": components["headers"]["RateLimitLimit"];
                "X-RateLimit-Remaining": components["headers"]["RateLimitRemaining"];
                "X-RateLimit-Reset": components["headers"]["RateLimitReset"];
                RateLimit: components["headers"]["RateLimit"];
                "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                "Idempotency-Replayed": components["headers"]["IdempotencyReplayed"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["HelpRuleReply"];
            };
        };
        /** @description The tickets that the rule would change. */
        HelpRuleDryRunResponse: {
            headers: {
                "X-Request-Id": components["headers"]["RequestId"];
                "X-RateLimit-Limit": components["headers"]["RateLimitLimit"];
                "X-RateLimit-Remaining": components["headers"]["RateLimitRemaining"];
                "X-RateLimit-Reset": components["headers"]["RateLimitReset"];
                RateLimit: components["headers"]["RateLimit"];
                "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                [name: string]: unknown;
            };
            content: {
                /**
                 * @example {
                 *       "data": {
                 *         "checked": 20,
                 *         "matched": 1,
                 *         "tickets": [
                 *           {
                 *             "ticket_id": 1234,
                 *             "reference": "HD-001234",
                 *             "subject": "The refund has not come",
                 *             "changes": [
                 *               {
                 *                 "field": "priority",
                 *                 "from": "high",
                 *                 "to": "urgent"
                 *               }
                 *             ]
                 *           }
                 *         ]
                 *       },
                 *       "request_id": "req_01jw0wnp3a2e8r6f4k1v7c9d5b"
                 *     }
                 */
                "application/json": components["schemas"]["HelpRuleDryRunReply"];
            };
        };
        /** @description A page of rules. */
        HelpRuleListResponse: {
            headers: {
                "X-Request-Id": components["headers"]["RequestId"];
                "X-RateLimit-Limit": components["headers"]["RateLimitLimit"];
                "X-RateLimit-Remaining": components["headers"]["RateLimitRemaining"];
                "X-RateLimit-Reset": components["headers"]["RateLimitReset"];
                RateLimit: components["headers"]["RateLimit"];
                "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                [name: string]: unknown;
            };
            content: {
                /**
                 * @example {
                 *       "data": [
                 *         {
                 *           "id": 81,
                 *           "name": "Refunds are urgent",
                 *           "event": "created",
                 *           "conditions": {
                 *             "all": [
                 *               {
                 *                 "field": "subject",
                 *                 "key": null,
                 *                 "operator": "contains",
                 *                 "values": [
                 *                   "refund",
                 *                   "chargeback"
                 *                 ]
                 *               }
                 *             ],
                 *             "any": []
                 *           },
                 *           "actions": [
                 *             {
                 *               "type": "set_priority",
                 *               "priority": "urgent"
                 *             },
                 *             {
                 *               "type": "assign_queue",
                 *               "queue_id": 3
                 *             }
                 *           ],
                 *           "is_active": true,
                 *           "sort_order": 100,
                 *           "created_at": "2026-05-02T09:00:00.000Z",
                 *           "updated_at": "2026-05-02T09:00:00.000Z"
                 *         }
                 *       ],
                 *       "next_cursor": null,
                 *       "total_count": 1,
                 *       "has_more": false,
                 *       "request_id": "req_01jw0wnp3a2e8r6f4k1v7c9d5b"
                 *     }
                 */
                "application/json": components["schemas"]["HelpRuleListReply"];
            };
        };
        /** @description The tag. */
        HelpTagResponse: {
            headers: {
                "X-Request-Id": components["headers"]["RequestId"];
                "X-RateLimit-Limit": components["headers"]["RateLimitLimit"];
                "X-RateLimit-Remaining": components["headers"]["RateLimitRemaining"];
                "X-RateLimit-Reset": components["headers"]["RateLimitReset"];
                RateLimit: components["headers"]["RateLimit"];
                "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                "Idempotency-Replayed": components["headers"]["IdempotencyReplayed"];
                [name: string]: unknown;
            };
            content: {
                /**
                 * @example {
                 *       "data": {
                 *         "id": 31,
                 *         "slug": "urgent",
                 *         "name": "Urgent",
                 *         "color": "#d92d20"
                 *       },
                 *       "request_id": "req_01jw0wnp3a2e8r6f4k1v7c9d5b"
                 *     }
                 */
                "application/json": components["schemas"]["HelpTagReply"];
            };
        };
        /** @description The tag, as created. */
        HelpTagCreatedResponse: {
            headers: {
                Location: components["headers"]["Location"];
                "X-Request-Id": components["headers"]["RequestId"];
                "X-RateLimit-Limit": components["headers"]["RateLimitLimit"];
                "X-RateLimit-Remaining": components["headers"]["RateLimitRemaining"];
                "X-RateLimit-Reset": components["headers"]["RateLimitReset"];
                RateLimit: components["headers"]["RateLimit"];
                "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                "Idempotency-Replayed": components["headers"]["IdempotencyReplayed"];
                [name: string]: unknown;
            };
            content: {
                /**
                 * @example {
                 *       "data": {
                 *         "id": 31,
                 *         "slug": "urgent",
                 *         "name": "Urgent",
                 *         "color": "#d92d20"
                 *       },
                 *       "request_id": "req_01jw0wnp3a2e8r6f4k1v7c9d5b"
                 *     }
                 */
                "application/json": components["schemas"]["HelpTagReply"];
            };
        };
        /** @description A page of tags. */
        HelpTagListResponse: {
            headers: {
                "X-Request-Id": components["headers"]["RequestId"];
                "X-RateLimit-Limit": components["headers"]["RateLimitLimit"];
                "X-RateLimit-Remaining": components["headers"]["RateLimitRemaining"];
                "X-RateLimit-Reset": components["headers"]["RateLimitReset"];
                RateLimit: components["headers"]["RateLimit"];
                "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                [name: string]: unknown;
            };
            content: {
                /**
                 * @example {
                 *       "data": [
                 *         {
                 *           "id": 31,
                 *           "slug": "urgent",
                 *           "name": "Urgent",
                 *           "color": "#d92d20"
                 *         }
                 *       ],
                 *       "next_cursor": null,
                 *       "total_count": 1,
                 *       "has_more": false,
                 *       "request_id": "req_01jw0wnp3a2e8r6f4k1v7c9d5b"
                 *     }
                 */
                "application/json": components["schemas"]["HelpTagListReply"];
            };
        };
        /** @description The help topic. */
        HelpTopicResponse: {
            headers: {
                "X-Request-Id": components["headers"]["RequestId"];
                "X-RateLimit-Limit": components["headers"]["RateLimitLimit"];
                "X-RateLimit-Remaining": components["headers"]["RateLimitRemaining"];
                "X-RateLimit-Reset": components["headers"]["RateLimitReset"];
                RateLimit: components["headers"]["RateLimit"];
                "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                "Idempotency-Replayed": components["headers"]["IdempotencyReplayed"];
                [name: string]: unknown;
            };
            content: {
                /**
                 * @example {
                 *       "data": {
                 *         "id": 41,
                 *         "slug": "invoices",
                 *         "name": "Invoices and refunds",
                 *         "queue_id": 3,
                 *         "default_priority": "high",
                 *         "custom_fields": [
                 *           {
                 *             "key": "invoice_number",
                 *             "label": "Invoice number",
                 *             "type": "text",
                 *             "is_required": true,
                 *             "options": []
                 *           }
                 *         ],
                 *         "is_active": true,
                 *         "sort_order": 100
                 *       },
                 *       "request_id": "req_01jw0wnp3a2e8r6f4k1v7c9d5b"
                 *     }
                 */
                "application/json": components["schemas"]["HelpTopicReply"];
            };
        };
        /** @description The help topic, as created. */
        HelpTopicCreatedResponse: {
            headers: {
                Location: components["headers"]["Location"];
                "X-Request-Id": components["headers"]["RequestId"];
                "X-RateLimit-Limit": components["headers"]["RateLimitLimit"];
                "X-RateLimit-Remaining": components["headers"]["RateLimitRemaining"];
                "X-RateLimit-Reset": components["headers"]["RateLimitReset"];
                RateLimit: components["headers"]["RateLimit"];
                "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                "Idempotency-Replayed": components["headers"]["IdempotencyReplayed"];
                [name: string]: unknown;
            };
            content: {
                /**
                 * @example {
                 *       "data": {
                 *         "id": 43,
                 *         "slug": "other",
                 *         "name": "Something else",
                 *         "queue_id": null,
                 *         "default_priority": "normal",
                 *         "custom_fields": [],
                 *         "is_active": true,
                 *         "sort_order": 100
                 *       },
                 *       "request_id": "req_01jw0wnp3a2e8r6f4k1v7c9d5b"
                 *     }
                 */
                "application/json": components["schemas"]["HelpTopicReply"];
            };
        };
        /** @description A page of help topics. */
        HelpTopicListResponse: {
            headers: {
                "X-Request-Id": components["headers"]["RequestId"];
                "X-RateLimit-Limit": components["headers"]["RateLimitLimit"];
                "X-RateLimit-Remaining": components["headers"]["RateLimitRemaining"];
                "X-RateLimit-Reset": components["headers"]["RateLimitReset"];
                RateLimit: components["headers"]["RateLimit"];
                "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                [name: string]: unknown;
            };
            content: {
                /**
                 * @example {
                 *       "data": [
                 *         {
                 *           "id": 41,
                 *           "slug": "invoices",
                 *           "name": "Invoices and refunds",
                 *           "queue_id": 3,
                 *           "default_priority": "high",
                 *           "custom_fields": [
                 *             {
                 *               "key": "invoice_number",
                 *               "label": "Invoice number",
                 *               "type": "text",
                 *               "is_required": true,
                 *               "options": []
                 *             }
                 *           ],
                 *           "is_active": true,
                 *           "sort_order": 100
                 *         }
                 *       ],
                 *       "next_cursor": null,
                 *       "total_count": 1,
                 *       "has_more": false,
                 *       "request_id": "req_01jw0wnp3a2e8r6f4k1v7c9d5b"
                 *     }
                 */
                "application/json": components["schemas"]["HelpTopicListReply"];
            };
        };
        /** @description The page. */
        KnowPageResponse: {
            headers: {
                "X-Request-Id": components["headers"]["RequestId"];
                "X-RateLimit-Limit": components["headers"]["RateLimitLimit"];
                "X-RateLimit-Remaining": components["headers"]["RateLimitRemaining"];
                "X-RateLimit-Reset": components["headers"]["RateLimitReset"];
                RateLimit: components["headers"]["RateLimit"];
                "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                ETag: components["headers"]["ETag"];
                [name: string]: unknown;
            };
            content: {
                /**
                 * @example {
                 *       "data": {
                 *         "id": 81,
                 *         "slug": "getting-started",
                 *         "title": "Getting started",
                 *         "status": "published",
                 *         "tags": [
                 *           "basics"
                 *         ],
                 *         "author": {
                 *           "id": 312,
                 *           "username": "retroseller"
                 *         },
                 *         "current_revision_id": 8102,
                 *         "content_markdown": "Plug the controller into the left port.",
                 *         "word_count": 7,
                 *         "reading_minutes": 1,
                 *         "revision_count": 2,
                 *         "comment_count": 3,
                 *         "open_comment_count": 1,
                 *         "view_count": 480,
                 *         "helpful_count": 12,
                 *         "unhelpful_count": 3,
                 *         "created_at": "2026-05-29T14:00:00Z",
                 *         "updated_at": "2026-05-29T15:00:00Z"
                 *       },
                 *       "request_id": "req_01jw0wnp3a2e8r6f4k1v7c9d5b"
                 *     }
                 */
                "application/json": components["schemas"]["KnowPageReply"];
            };
        };
        /** @description The comment. */
        KnowCommentResponse: {
            headers: {
                "X-Request-Id": components["headers"]["RequestId"];
                "X-RateLimit-Limit": components["headers"]["RateLimitLimit"];
                "X-RateLimit-Remaining": components["headers"]["RateLimitRemaining"];
                "X-RateLimit-Reset": components["headers"]["RateLimitReset"];
                RateLimit: components["headers"]["RateLimit"];
                "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                "Idempotency-Replayed": components["headers"]["IdempotencyReplayed"];
                [name: string]: unknown;
            };
            content: {
                /**
                 * @example {
                 *       "data": {
                 *         "id": 8501,
                 *         "page_id": 81,
                 *         "page_slug": "getting-started",
                 *         "parent_id": null,
                 *         "status": "open",
                 *         "body": "Which of the two?",
                 *         "author": {
                 *           "id": 312,
                 *           "username": "retroseller"
                 *         },
                 *         "anchor": {
                 *           "status": "anchored",
                 *           "exact": "left port",
                 *           "prefix": "Plug the controller into the ",
                 *           "suffix": ".",
                 *           "revision_id": 8102
                 *         },
                 *         "reply_count": 1,
                 *         "created_at": "2026-05-29T16:00:00Z",
                 *         "edited_at": null,
                 *         "resolved_at": null,
                 *         "resolved_by": null
                 *       },
                 *       "request_id": "req_01jw0wnp3a2e8r6f4k1v7c9d5b"
                 *     }
                 */
                "application/json": components["schemas"]["KnowCommentReply"];
            };
        };
        /** @description The revision. */
        KnowRevisionResponse: {
            headers: {
                "X-Request-Id": components["headers"]["RequestId"];
                "X-RateLimit-Limit": components["headers"]["RateLimitLimit"];
                "X-RateLimit-Remaining": components["headers"]["RateLimitRemaining"];
                "X-RateLimit-Reset": components["headers"]["RateLimitReset"];
                RateLimit: components["headers"]["RateLimit"];
                "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                "Idempotency-Replayed": components["headers"]["IdempotencyReplayed"];
                [name: string]: unknown;
            };
            content: {
                /**
                 * @example {
                 *       "data": {
                 *         "id": 8102,
                 *         "page_id": 81,
                 *         "page_slug": "getting-started",
                 *         "status": "approved",
                 *         "summary": "Which port",
                 *         "author": {
                 *           "id": 9,
                 *           "username": "mod_alice"
                 *         },
                 *         "reviewer": {
                 *           "id": 9,
                 *           "username": "mod_alice"
                 *         },
                 *         "reject_reason": null,
                 *         "base_revision_id": 8101,
                 *         "approvals": 0,
                 *         "content_markdown": "Plug the controller into the left port.",
                 *         "submitted_at": "2026-05-29T15:00:00Z",
                 *         "reviewed_at": "2026-05-29T15:00:00Z"
                 *       },
                 *       "request_id": "req_01jw0wnp3a2e8r6f4k1v7c9d5b"
                 *     }
                 */
                "application/json": components["schemas"]["KnowRevisionReply"];
            };
        };
        /** @description The comment, as created. */
        KnowCommentCreatedResponse: {
            headers: {
                Location: components["headers"]["Location"];
                "X-Request-Id": components["headers"]["RequestId"];
                "X-RateLimit-Limit": components["headers"]["RateLimitLimit"];
                "X-RateLimit-Remaining": components["headers"]["RateLimitRemaining"];
                "X-RateLimit-Reset": components["headers"]["RateLimitReset"];
                RateLimit: components["headers"]["RateLimit"];
                "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                "Idempotency-Replayed": components["headers"]["IdempotencyReplayed"];
                [name: string]: unknown;
            };
            content: {
                /**
                 * @example {
                 *       "data": {
                 *         "page_id": 81,
                 *         "page_slug": "getting-started",
                 *         "parent_id": null,
                 *         "status": "open",
                 *         "body": "Which of the two?",
                 *         "author": {
                 *           "id": 312,
                 *           "username": "retroseller"
                 *         },
                 *         "anchor": {
                 *           "status": "anchored",
                 *           "exact": "left port",
                 *           "prefix": "Plug the controller into the ",
                 *           "suffix": ".",
                 *           "revision_id": 8102
                 *         },
                 *         "created_at": "2026-05-29T16:00:00Z",
                 *         "edited_at": null,
                 *         "resolved_at": null,
                 *         "resolved_by": null,
                 *         "id": 8504,
                 *         "reply_count": 0
                 *       },
                 *       "request_id": "req_01jw0wnp3a2e8r6f4k1v7c9d5b"
                 *     }
                 */
                "application/json": components["schemas"]["KnowCommentReply"];
            };
        };
        /** @description A page of comments. */
        KnowCommentListResponse: {
            headers: {
                "X-Request-Id": components["headers"]["RequestId"];
                "X-RateLimit-Limit": components["headers"]["RateLimitLimit"];
                "X-RateLimit-Remaining": components["headers"]["RateLimitRemaining"];
                "X-RateLimit-Reset": components["headers"]["RateLimitReset"];
                RateLimit: components["headers"]["RateLimit"];
                "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                [name: string]: unknown;
            };
            content: {
                /**
                 * @example {
                 *       "data": [
                 *         {
                 *           "id": 8501,
                 *           "page_id": 81,
                 *           "page_slug": "getting-started",
                 *           "parent_id": null,
                 *           "status": "open",
                 *           "body": "Which of the two?",
                 *           "author": {
                 *             "id": 312,
                 *             "username": "retroseller"
                 *           },
                 *           "anchor": {
                 *             "status": "anchored",
                 *             "exact": "left port",
                 *             "prefix": "Plug the controller into the ",
                 *             "suffix": ".",
                 *             "revision_id": 8102
                 *           },
                 *           "reply_count": 1,
                 *           "created_at": "2026-05-29T16:00:00Z",
                 *           "edited_at": null,
                 *           "resolved_at": null,
                 *           "resolved_by": null
                 *         }
                 *       ],
                 *       "next_cursor": null,
                 *       "total_count": 1,
                 *       "has_more": false,
                 *       "request_id": "req_01jw0wnp3a2e8r6f4k1v7c9d5b"
                 *     }
                 */
                "application/json": components["schemas"]["KnowCommentListReply"];
            };
        };
        /** @description What has changed between the two. */
        KnowDiffResponse: {
            headers: {
                "X-Request-Id": components["headers"]["RequestId"];
                "X-RateLimit-Limit": components["headers"]["RateLimitLimit"];
                "X-RateLimit-Remaining": components["headers"]["RateLimitRemaining"];
                "X-RateLimit-Reset": components["headers"]["RateLimitReset"];
                RateLimit: components["headers"]["RateLimit"];
                "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["KnowDiffReply"];
            };
        };
        /** @description A page of what was found. */
        KnowHitListResponse: {
            headers: {
                "X-Request-Id": components["headers"]["RequestId"];
                "X-RateLimit-Limit": components["headers"]["RateLimitLimit"];
                "X-RateLimit-Remaining": components["headers"]["RateLimitRemaining"];
                "X-RateLimit-Reset": components["headers"]["RateLimitReset"];
                RateLimit: components["headers"]["RateLimit"];
                "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                [name: string]: unknown;
            };
            content: {
                /**
                 * @example {
                 *       "data": [
                 *         {
                 *           "slug": "getting-started",
                 *           "title": "Getting started",
                 *           "excerpt": "Plug the <mark>controller</mark> into the left port.",
                 *           "tags": [
                 *             "basics"
                 *           ],
                 *           "updated_at": "2026-05-29T15:00:00Z"
                 *         }
                 *       ],
                 *       "next_cursor": null,
                 *       "total_count": 1,
                 *       "has_more": false,
                 *       "request_id": "req_01jw0wnp3a2e8r6f4k1v7c9d5b"
                 *     }
                 */
                "application/json": components["schemas"]["KnowHitListReply"];
            };
        };
        /** @description A page of links. */
        KnowLinkListResponse: {
            headers: {
                "X-Request-Id": components["headers"]["RequestId"];
                "X-RateLimit-Limit": components["headers"]["RateLimitLimit"];
                "X-RateLimit-Remaining": components["headers"]["RateLimitRemaining"];
                "X-RateLimit-Reset": components["headers"]["RateLimitReset"];
                RateLimit: components["headers"]["RateLimit"];
                "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                [name: string]: unknown;
            };
            content: {
                /**
                 * @example {
                 *       "data": [
                 *         {
                 *           "id": 91,
                 *           "page": {
                 *             "id": 82,
                 *             "slug": "cleaning-contacts",
                 *             "title": "Cleaning contacts"
                 *           },
                 *           "target_slug": "getting-started"
                 *         }
                 *       ],
                 *       "next_cursor": null,
                 *       "total_count": 1,
                 *       "has_more": false,
                 *       "request_id": "req_01jw0wnp3a2e8r6f4k1v7c9d5b"
                 *     }
                 */
                "application/json": components["schemas"]["KnowLinkListReply"];
            };
        };
        /** @description The page, as it is now. */
        KnowPageChangedResponse: {
            headers: {
                "X-Request-Id": components["headers"]["RequestId"];
                "X-RateLimit-Limit": components["headers"]["RateLimitLimit"];
                "X-RateLimit-Remaining": components["headers"]["RateLimitRemaining"];
                "X-RateLimit-Reset": components["headers"]["RateLimitReset"];
                RateLimit: components["headers"]["RateLimit"];
                "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                "Idempotency-Replayed": components["headers"]["IdempotencyReplayed"];
                ETag: components["headers"]["ETag"];
                [name: string]: unknown;
            };
            content: {
                /**
                 * @example {
                 *       "data": {
                 *         "id": 81,
                 *         "slug": "getting-started",
                 *         "title": "Getting started",
                 *         "status": "published",
                 *         "tags": [
                 *           "basics"
                 *         ],
                 *         "author": {
                 *           "id": 312,
                 *           "username": "retroseller"
                 *         },
                 *         "current_revision_id": 8102,
                 *         "content_markdown": "Plug the controller into the left port.",
                 *         "word_count": 7,
                 *         "reading_minutes": 1,
                 *         "revision_count": 2,
                 *         "comment_count": 3,
                 *         "open_comment_count": 1,
                 *         "view_count": 480,
                 *         "helpful_count": 12,
                 *         "unhelpful_count": 3,
                 *         "created_at": "2026-05-29T14:00:00Z",
                 *         "updated_at": "2026-05-29T15:00:00Z"
                 *       },
                 *       "request_id": "req_01jw0wnp3a2e8r6f4k1v7c9d5b"
                 *     }
                 */
                "application/json": components["schemas"]["KnowPageReply"];
            };
        };
        /** @description The page, as created. */
        KnowPageCreatedResponse: {
            headers: {
                Location: components["headers"]["Location"];
                "X-Request-Id": components["headers"]["RequestId"];
                "X-RateLimit-Limit": components["headers"]["RateLimitLimit"];
                "X-RateLimit-Remaining": components["headers"]["RateLimitRemaining"];
                "X-RateLimit-Reset": components["headers"]["RateLimitReset"];
                RateLimit: components["headers"]["RateLimit"];
                "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                "Idempotency-Replayed": components["headers"]["IdempotencyReplayed"];
                ETag: components["headers"]["ETag"];
                [name: string]: unknown;
            };
            content: {
                /**
                 * @example {
                 *       "data": {
                 *         "id": 81,
                 *         "slug": "getting-started",
                 *         "title": "Getting started",
                 *         "status": "published",
                 *         "tags": [
                 *           "basics"
                 *         ],
                 *         "author": {
                 *           "id": 312,
                 *           "username": "retroseller"
                 *         },
                 *         "current_revision_id": 8102,
                 *         "content_markdown": "Plug the controller into the left port.",
                 *         "word_count": 7,
                 *         "reading_minutes": 1,
                 *         "revision_count": 2,
                 *         "comment_count": 3,
                 *         "open_comment_count": 1,
                 *         "view_count": 480,
                 *         "helpful_count": 12,
                 *         "unhelpful_count": 3,
                 *         "created_at": "2026-05-29T14:00:00Z",
                 *         "updated_at": "2026-05-29T15:00:00Z"
                 *       },
                 *       "request_id": "req_01jw0wnp3a2e8r6f4k1v7c9d5b"
                 *     }
                 */
                "application/json": components["schemas"]["KnowPageReply"];
            };
        };
        /** @description A page of pages, without their texts. */
        KnowPageListResponse: {
            headers: {
                "X-Request-Id": components["headers"]["RequestId"];
                "X-RateLimit-Limit": components["headers"]["RateLimitLimit"];
                "X-RateLimit-Remaining": components["headers"]["RateLimitRemaining"];
                "X-RateLimit-Reset": components["headers"]["RateLimitReset"];
                RateLimit: components["headers"]["RateLimit"];
                "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                [name: string]: unknown;
            };
            content: {
                /**
                 * @example {
                 *       "data": [
                 *         {
                 *           "id": 81,
                 *           "slug": "getting-started",
                 *           "title": "Getting started",
                 *           "status": "published",
                 *           "tags": [
                 *             "basics"
                 *           ],
                 *           "author": {
                 *             "id": 312,
                 *             "username": "retroseller"
                 *           },
                 *           "current_revision_id": 8102,
                 *           "word_count": 8,
                 *           "reading_minutes": 1,
                 *           "revision_count": 2,
                 *           "comment_count": 3,
                 *           "open_comment_count": 1,
                 *           "view_count": 480,
                 *           "helpful_count": 12,
                 *           "unhelpful_count": 3,
                 *           "created_at": "2026-05-29T14:00:00Z",
                 *           "updated_at": "2026-05-29T15:00:00Z"
                 *         }
                 *       ],
                 *       "next_cursor": null,
                 *       "total_count": 1,
                 *       "has_more": false,
                 *       "request_id": "req_01jw0wnp3a2e8r6f4k1v7c9d5b"
                 *     }
                 */
                "application/json": components["schemas"]["KnowPageListReply"];
            };
        };
        /** @description The slug is a former one of the page at `Location`. */
        KnowPageMovedResponse: {
            headers: {
                "X-Request-Id": components["headers"]["RequestId"];
                "X-RateLimit-Limit": components["headers"]["RateLimitLimit"];
                "X-RateLimit-Remaining": components["headers"]["RateLimitRemaining"];
                "X-RateLimit-Reset": components["headers"]["RateLimitReset"];
                RateLimit: components["headers"]["RateLimit"];
                "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                Location: components["headers"]["Location"];
                [name: string]: unknown;
            };
            content?: never;
        };
        /** @description A page of replies. */
        KnowReplyListResponse: {
            headers: {
                "X-Request-Id": components["headers"]["RequestId"];
                "X-RateLimit-Limit": components["headers"]["RateLimitLimit"];
                "X-RateLimit-Remaining": components["headers"]["RateLimitRemaining"];
                "X-RateLimit-Reset": components["headers"]["RateLimitReset"];
                RateLimit: components["headers"]["RateLimit"];
                "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                [name: string]: unknown;
            };
            content: {
                /**
                 * @example {
                 *       "data": [
                 *         {
                 *           "id": 8503,
                 *           "page_id": 81,
                 *           "page_slug": "getting-started",
                 *           "parent_id": 8501,
                 *           "status": null,
                 *           "body": "The one next to the power switch.",
                 *           "author": {
                 *             "id": 9,
                 *             "username": "mod_alice"
                 *           },
                 *           "anchor": null,
                 *           "reply_count": 0,
                 *           "created_at": "2026-05-29T16:30:00Z",
                 *           "edited_at": null,
                 *           "resolved_at": null,
                 *           "resolved_by": null
                 *         }
                 *       ],
                 *       "next_cursor": null,
                 *       "total_count": 1,
                 *       "has_more": false,
                 *       "request_id": "req_01jw0wnp3a2e8r6f4k1v7c9d5b"
                 *     }
                 */
                "application/json": components["schemas"]["KnowCommentListReply"];
            };
        };
        /** @description When the page is reviewed. */
        KnowReviewResponse: {
            headers: {
                "X-Request-Id": components["headers"]["RequestId"];
                "X-RateLimit-Limit": components["headers"]["RateLimitLimit"];
                "X-RateLimit-Remaining": components["headers"]["RateLimitRemaining"];
                "X-RateLimit-Reset": components["headers"]["RateLimitReset"];
                RateLimit: components["headers"]["RateLimit"];
                "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                "Idempotency-Replayed": components["headers"]["IdempotencyReplayed"];
                [name: string]: unknown;
            };
            content: {
                /**
                 * @example {
                 *       "data": {
                 *         "page": {
                 *           "id": 81,
                 *           "slug": "getting-started",
                 *           "title": "Getting started"
                 *         },
                 *         "owner": {
                 *           "id": 312,
                 *           "username": "retroseller"
                 *         },
                 *         "interval_days": 182,
                 *         "due_at": "2026-11-27T15:00:00Z",
                 *         "is_due": true,
                 *         "reviewed_at": "2026-05-29T15:00:00Z",
                 *         "reviewed_by": {
                 *           "id": 9,
                 *           "username": "mod_alice"
                 *         }
                 *       },
                 *       "request_id": "req_01jw0wnp3a2e8r6f4k1v7c9d5b"
                 *     }
                 */
                "application/json": components["schemas"]["KnowReviewReply"];
            };
        };
        /** @description A page of pages to review. */
        KnowReviewListResponse: {
            headers: {
                "X-Request-Id": components["headers"]["RequestId"];
                "X-RateLimit-Limit": components["headers"]["RateLimitLimit"];
                "X-RateLimit-Remaining": components["headers"]["RateLimitRemaining"];
                "X-RateLimit-Reset": components["headers"]["RateLimitReset"];
                RateLimit: components["headers"]["RateLimit"];
                "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                [name: string]: unknown;
            };
            content: {
                /**
                 * @example {
                 *       "data": [
                 *         {
                 *           "page": {
                 *             "id": 81,
                 *             "slug": "getting-started",
                 *             "title": "Getting started"
                 *           },
                 *           "owner": {
                 *             "id": 312,
                 *             "username": "retroseller"
                 *           },
                 *           "interval_days": 182,
                 *           "due_at": "2026-11-27T15:00:00Z",
                 *           "is_due": true,
                 *           "reviewed_at": "2026-05-29T15:00:00Z",
                 *           "reviewed_by": {
                 *             "id": 9,
                 *             "username": "mod_alice"
                 *           }
                 *         }
                 *       ],
                 *       "next_cursor": null,
                 *       "total_count": 1,
                 *       "has_more": false,
                 *       "request_id": "req_01jw0wnp3a2e8r6f4k1v7c9d5b"
                 *     }
                 */
                "application/json": components["schemas"]["KnowReviewListReply"];
            };
        };
        /** @description A page of revisions, without their texts. */
        KnowRevisionListResponse: {
            headers: {
                "X-Request-Id": components["headers"]["RequestId"];
                "X-RateLimit-Limit": components["headers"]["RateLimitLimit"];
                "X-RateLimit-Remaining": components["headers"]["RateLimitRemaining"];
                "X-RateLimit-Reset": components["headers"]["RateLimitReset"];
                RateLimit: components["headers"]["RateLimit"];
                "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                [name: string]: unknown;
            };
            content: {
                /**
                 * @example {
                 *       "data": [
                 *         {
                 *           "id": 8102,
                 *           "page_id": 81,
                 *           "page_slug": "getting-started",
                 *           "status": "approved",
                 *           "summary": "Which port",
                 *           "author": {
                 *             "id": 9,
                 *             "username": "mod_alice"
                 *           },
                 *           "reviewer": {
                 *             "id": 9,
                 *             "username": "mod_alice"
                 *           },
                 *           "reject_reason": null,
                 *           "base_revision_id": 8101,
                 *           "approvals": 0,
                 *           "submitted_at": "2026-05-29T15:00:00Z",
                 *           "reviewed_at": "2026-05-29T15:00:00Z"
                 *         }
                 *       ],
                 *       "next_cursor": null,
                 *       "total_count": 1,
                 *       "has_more": false,
                 *       "request_id": "req_01jw0wnp3a2e8r6f4k1v7c9d5b"
                 *     }
                 */
                "application/json": components["schemas"]["KnowRevisionListReply"];
            };
        };
        /** @description The revision, as proposed. */
        KnowRevisionProposedResponse: {
            headers: {
                Location: components["headers"]["Location"];
                "X-Request-Id": components["headers"]["RequestId"];
                "X-RateLimit-Limit": components["headers"]["RateLimitLimit"];
                "X-RateLimit-Remaining": components["headers"]["RateLimitRemaining"];
                "X-RateLimit-Reset": components["headers"]["RateLimitReset"];
                RateLimit: components["headers"]["RateLimit"];
                "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                "Idempotency-Replayed": components["headers"]["IdempotencyReplayed"];
                [name: string]: unknown;
            };
            content: {
                /**
                 * @example {
                 *       "data": {
                 *         "page_id": 81,
                 *         "page_slug": "getting-started",
                 *         "summary": "Which port",
                 *         "reject_reason": null,
                 *         "approvals": 0,
                 *         "submitted_at": "2026-05-29T15:00:00Z",
                 *         "id": 8103,
                 *         "status": "pending",
                 *         "content_markdown": "Plug the controller into the left port.",
                 *         "author": {
                 *           "id": 312,
                 *           "username": "retroseller"
                 *         },
                 *         "reviewer": null,
                 *         "base_revision_id": 8102,
                 *         "reviewed_at": null
                 *       },
                 *       "request_id": "req_01jw0wnp3a2e8r6f4k1v7c9d5b"
                 *     }
                 */
                "application/json": components["schemas"]["KnowRevisionReply"];
            };
        };
        /** @description A page of deleted pages. */
        KnowTrashListResponse: {
            headers: {
                "X-Request-Id": components["headers"]["RequestId"];
                "X-RateLimit-Limit": components["headers"]["RateLimitLimit"];
                "X-RateLimit-Remaining": components["headers"]["RateLimitRemaining"];
                "X-RateLimit-Reset": components["headers"]["RateLimitReset"];
                RateLimit: components["headers"]["RateLimit"];
                "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                [name: string]: unknown;
            };
            content: {
                /**
                 * @example {
                 *       "data": [
                 *         {
                 *           "id": 83,
                 *           "slug": "old-notes",
                 *           "title": "Old notes",
                 *           "deleted_at": "2026-05-29T16:00:00Z",
                 *           "deleted_by": {
                 *             "id": 9,
                 *             "username": "mod_alice"
                 *           },
                 *           "purged_at": "2026-06-28T16:00:00Z"
                 *         }
                 *       ],
                 *       "next_cursor": null,
                 *       "total_count": 1,
                 *       "has_more": false,
                 *       "request_id": "req_01jw0wnp3a2e8r6f4k1v7c9d5b"
                 *     }
                 */
                "application/json": components["schemas"]["KnowTrashListReply"];
            };
        };
        /** @description The vote, and how all have voted. */
        KnowVoteResponse: {
            headers: {
                "X-Request-Id": components["headers"]["RequestId"];
                "X-RateLimit-Limit": components["headers"]["RateLimitLimit"];
                "X-RateLimit-Remaining": components["headers"]["RateLimitRemaining"];
                "X-RateLimit-Reset": components["headers"]["RateLimitReset"];
                RateLimit: components["headers"]["RateLimit"];
                "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                "Idempotency-Replayed": components["headers"]["IdempotencyReplayed"];
                [name: string]: unknown;
            };
            content: {
                /**
                 * @example {
                 *       "data": {
                 *         "helpful": true,
                 *         "voted_at": "2026-05-29T16:00:00Z",
                 *         "helpful_count": 12,
                 *         "unhelpful_count": 3
                 *       },
                 *       "request_id": "req_01jw0wnp3a2e8r6f4k1v7c9d5b"
                 *     }
                 */
                "application/json": components["schemas"]["KnowVoteReply"];
            };
        };
        /** @description The listing category. */
        ListingCategoryResponse: {
            headers: {
                "X-Request-Id": components["headers"]["RequestId"];
                "X-RateLimit-Limit": components["headers"]["RateLimitLimit"];
                "X-RateLimit-Remaining": components["headers"]["RateLimitRemaining"];
                "X-RateLimit-Reset": components["headers"]["RateLimitReset"];
                RateLimit: components["headers"]["RateLimit"];
                "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                "Idempotency-Replayed": components["headers"]["IdempotencyReplayed"];
                [name: string]: unknown;
            };
            content: {
                /**
                 * @example {
                 *       "data": {
                 *         "id": 6,
                 *         "slug": "consoles",
                 *         "name": "Consoles",
                 *         "description": "Whole machines.",
                 *         "archived_at": null
                 *       },
                 *       "request_id": "req_01jw0wnp3a2e8r6f4k1v7c9d5b"
                 *     }
                 */
                "application/json": components["schemas"]["ListingCategoryReply"];
            };
        };
        /** @description The listing category, as created. */
        ListingCategoryCreatedResponse: {
            headers: {
                Location: components["headers"]["Location"];
                "X-Request-Id": components["headers"]["RequestId"];
                "X-RateLimit-Limit": components["headers"]["RateLimitLimit"];
                "X-RateLimit-Remaining": components["headers"]["RateLimitRemaining"];
                "X-RateLimit-Reset": components["headers"]["RateLimitReset"];
                "Idempotency-Replayed": components["headers"]["IdempotencyReplayed"];
                [name: string]: unknown;
            };
            content: {
                /**
                 * @example {
                 *       "data": {
                 *         "id": 6,
                 *         "slug": "consoles",
                 *         "name": "Consoles",
                 *         "description": "Whole machines.",
                 *         "archived_at": null
                 *       },
                 *       "request_id": "req_01jw0wnp3a2e8r6f4k1v7c9d5b"
                 *     }
                 */
                "application/json": components["schemas"]["ListingCategoryReply"];
            };
        };
        /** @description A page of listing categories. */
        ListingCategoryListResponse: {
            headers: {
                "X-Request-Id": components["headers"]["RequestId"];
                "X-RateLimit-Limit": components["headers"]["RateLimitLimit"];
                "X-RateLimit-Remaining": components["headers"]["RateLimitRemaining"];
                "X-RateLimit-Reset": components["headers"]["RateLimitReset"];
                RateLimit: components["headers"]["RateLimit"];
                "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                [name: string]: unknown;
            };
            content: {
                /**
                 * @example {
                 *       "data": [
                 *         {
                 *           "id": 6,
                 *           "slug": "consoles",
                 *           "name": "Consoles",
                 *           "description": "Whole machines.",
                 *           "archived_at": null
                 *         }
                 *       ],
                 *       "next_cursor": null,
                 *       "total_count": 1,
                 *       "has_more": false,
                 *       "request_id": "req_01jw0wnp3a2e8r6f4k1v7c9d5b"
                 *     }
                 */
                "application/json": components["schemas"]["ListingCategoryListReply"];
            };
        };
        /** @description The listing. */
        ListingResponse: {
            headers: {
                "X-Request-Id": components["headers"]["RequestId"];
                "X-RateLimit-Limit": components["headers"]["RateLimitLimit"];
                "X-RateLimit-Remaining": components["headers"]["RateLimitRemaining"];
                "X-RateLimit-Reset": components["headers"]["RateLimitReset"];
                RateLimit: components["headers"]["RateLimit"];
                "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                "Idempotency-Replayed": components["headers"]["IdempotencyReplayed"];
                [name: string]: unknown;
            };
            content: {
                /**
                 * @example {
                 *       "data": {
                 *         "id": 42,
                 *         "slug": "heavy-sixer-serviced",
                 *         "title": "Heavy sixer, serviced",
                 *         "description": "Made in Sunnyvale in 1977. New capacitors, new RF cable, **no** scratches.",
                 *         "price_cents": 12500,
                 *         "quantity": 3,
                 *         "quantity_remaining": 2,
                 *         "condition_rating": "good",
                 *         "location": {
                 *           "country": "DE",
                 *           "region": "Berlin",
                 *           "city": "Berlin"
                 *         },
                 *         "status": "active",
                 *         "category": {
                 *           "id": 6,
                 *           "name": "Consoles"
                 *         },
                 *         "seller": {
                 *           "id": 312,
                 *           "username": "retroseller"
                 *         },
                 *         "created_at": "2026-05-29T09:00:00Z",
                 *         "expires_at": "2026-06-28T09:00:00Z"
                 *       },
                 *       "request_id": "req_01jw0wnp3a2e8r6f4k1v7c9d5b"
                 *     }
                 */
                "application/json": components["schemas"]["ListingReply"];
            };
        };
        /** @description The listing, as created. */
        ListingCreatedResponse: {
            headers: {
                Location: components["headers"]["Location"];
                "X-Request-Id": components["headers"]["RequestId"];
                "X-RateLimit-Limit": components["headers"]["RateLimitLimit"];
                "X-RateLimit-Remaining": components["headers"]["RateLimitRemaining"];
                "X-RateLimit-Reset": components["headers"]["RateLimitReset"];
                RateLimit: components["headers"]["RateLimit"];
                "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                "Idempotency-Replayed": components["headers"]["IdempotencyReplayed"];
                [name: string]: unknown;
            };
            content: {
                /**
                 * @example {
                 *       "data": {
                 *         "id": 42,
                 *         "slug": "heavy-sixer-serviced",
                 *         "title": "Heavy sixer, serviced",
                 *         "description": "Made in Sunnyvale in 1977. New capacitors, new RF cable, **no** scratches.",
                 *         "price_cents": 12500,
                 *         "quantity": 3,
                 *         "quantity_remaining": 2,
                 *         "condition_rating": "good",
                 *         "location": {
                 *           "country": "DE",
                 *           "region": "Berlin",
                 *           "city": "Berlin"
                 *         },
                 *         "status": "active",
                 *         "category": {
                 *           "id": 6,
                 *           "name": "Consoles"
                 *         },
                 *         "seller": {
                 *           "id": 312,
                 *           "username": "retroseller"
                 *         },
                 *         "created_at": "2026-05-29T09:00:00Z",
                 *         "expires_at": "2026-06-28T09:00:00Z"
                 *       },
                 *       "request_id": "req_01jw0wnp3a2e8r6f4k1v7c9d5b"
                 *     }
                 */
                "application/json": components["schemas"]["ListingReply"];
            };
        };
        /** @description A page of listings. */
        ListingListResponse: {
            headers: {
                "X-Request-Id": components["headers"]["RequestId"];
                "X-RateLimit-Limit": components["headers"]["RateLimitLimit"];
                "X-RateLimit-Remaining": components["headers"]["RateLimitRemaining"];
                "X-RateLimit-Reset": components["headers"]["RateLimitReset"];
                RateLimit: components["headers"]["RateLimit"];
                "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                [name: string]: unknown;
            };
            content: {
                /**
                 * @example {
                 *       "data": [
                 *         {
                 *           "id": 42,
                 *           "slug": "heavy-sixer-serviced",
                 *           "title": "Heavy sixer, serviced",
                 *           "description": "Made in Sunnyvale in 1977. New capacitors, new RF cable, **no** scratches.",
                 *           "price_cents": 12500,
                 *           "quantity": 3,
                 *           "quantity_remaining": 2,
                 *           "condition_rating": "good",
                 *           "location": {
                 *             "country": "DE",
                 *             "region": "Berlin",
                 *             "city": "Berlin"
                 *           },
                 *           "status": "active",
                 *           "category": {
                 *             "id": 6,
                 *             "name": "Consoles"
                 *           },
                 *           "seller": {
                 *             "id": 312,
                 *             "username": "retroseller"
                 *           },
                 *           "created_at": "2026-05-29T09:00:00Z",
                 *           "expires_at": "2026-06-28T09:00:00Z"
                 *         }
                 *       ],
                 *       "next_cursor": null,
                 *       "total_count": 1,
                 *       "has_more": false,
                 *       "request_id": "req_01jw0wnp3a2e8r6f4k1v7c9d5b"
                 *     }
                 */
                "application/json": components["schemas"]["ListingListReply"];
            };
        };
        /** @description What the key is and may do. */
        MeResponse: {
            headers: {
                "X-Request-Id": components["headers"]["RequestId"];
                "X-RateLimit-Limit": components["headers"]["RateLimitLimit"];
                "X-RateLimit-Remaining": components["headers"]["RateLimitRemaining"];
                "X-RateLimit-Reset": components["headers"]["RateLimitReset"];
                RateLimit: components["headers"]["RateLimit"];
                "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                [name: string]: unknown;
            };
            content: {
                /**
                 * @example {
                 *       "data": {
                 *         "tenant": {
                 *           "slug": "demo",
                 *           "name": "Demo Community",
                 *           "plan": "pro",
                 *           "environment": "live"
                 *         },
                 *         "key": {
                 *           "id": 5,
                 *           "label": "Nightly sync",
                 *           "prefix": "mc_live_Zx3a",
                 *           "scopes": [
                 *             "posts:read",
                 *             "posts:write"
                 *           ],
                 *           "expires_at": null,
                 *           "created_at": "2026-05-27T09:00:00Z"
                 *         },
                 *         "user": {
                 *           "id": 9,
                 *           "username": "mod_alice"
                 *         },
                 *         "limits": {
                 *           "requests_per_minute": 120,
                 *           "page_size": 100,
                 *           "body_bytes": 1048576
                 *         }
                 *       },
                 *       "request_id": "req_01jw0wnp3a2e8r6f4k1v7c9d5b"
                 *     }
                 */
                "application/json": components["schemas"]["MeReply"];
            };
        };
        /** @description What was done. */
        ModerationActionResponse: {
            headers: {
                "X-Request-Id": components["headers"]["RequestId"];
                "X-RateLimit-Limit": components["headers"]["RateLimitLimit"];
                "X-RateLimit-Remaining": components["headers"]["RateLimitRemaining"];
                "X-RateLimit-Reset": components["headers"]["RateLimitReset"];
                RateLimit: components["headers"]["RateLimit"];
                "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                "Idempotency-Replayed": components["headers"]["IdempotencyReplayed"];
                [name: string]: unknown;
            };
            content: {
                /**
                 * @example {
                 *       "data": {
                 *         "id": 71,
                 *         "action": "suspend",
                 *         "target": {
                 *           "kind": "user",
                 *           "id": 312
                 *         },
                 *         "target_user_id": 312,
                 *         "report_id": null,
                 *         "duration_hours": 48,
                 *         "reason": "Second time this week.",
                 *         "actor": {
                 *           "id": 9,
                 *           "username": "mod_alice"
                 *         },
                 *         "created_at": "2026-05-29T17:05:00Z"
                 *       },
                 *       "request_id": "req_01jw0wnp3a2e8r6f4k1v7c9d5b"
                 *     }
                 */
                "application/json": components["schemas"]["ModerationActionReply"];
            };
        };
        /** @description A page of the log. */
        ModerationActionListResponse: {
            headers: {
                "X-Request-Id": components["headers"]["RequestId"];
                "X-RateLimit-Limit": components["headers"]["RateLimitLimit"];
                "X-RateLimit-Remaining": components["headers"]["RateLimitRemaining"];
                "X-RateLimit-Reset": components["headers"]["RateLimitReset"];
                RateLimit: components["headers"]["RateLimit"];
                "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                [name: string]: unknown;
            };
            content: {
                /**
                 * @example {
                 *       "data": [
                 *         {
                 *           "id": 71,
                 *           "action": "suspend",
                 *           "target": {
                 *             "kind": "user",
                 *             "id": 312
                 *           },
                 *           "target_user_id": 312,
                 *           "report_id": 61,
                 *           "duration_hours": 48,
                 *           "reason": "Second time this week.",
                 *           "actor": {
                 *             "id": 9,
                 *             "username": "mod_alice"
                 *           },
                 *           "created_at": "2026-05-29T17:05:00Z"
                 *         }
                 *       ],
                 *       "next_cursor": null,
                 *       "total_count": 1,
                 *       "has_more": false,
                 *       "request_id": "req_01jw0wnp3a2e8r6f4k1v7c9d5b"
                 *     }
                 */
                "application/json": components["schemas"]["ModerationActionListReply"];
            };
        };
        /** @description There is no such resource, or none that the caller may see. */
        NotFound: {
            headers: {
                "X-Request-Id": components["headers"]["RequestId"];
                "X-RateLimit-Limit": components["headers"]["RateLimitLimit"];
                "X-RateLimit-Remaining": components["headers"]["RateLimitRemaining"];
                "X-RateLimit-Reset": components["headers"]["RateLimitReset"];
                RateLimit: components["headers"]["RateLimit"];
                "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                [name: string]: unknown;
            };
            content: {
                /**
                 * @example {
                 *       "error": {
                 *         "code": "not_found",
                 *         "message": "There is no such resource.",
                 *         "doc_url": "https://demo.mobieus.io/docs/errors/not_found",
                 *         "request_id": "req_01jw0wnp3a2e8r6f4k1v7c9d5b"
                 *       },
                 *       "request_id": "req_01jw0wnp3a2e8r6f4k1v7c9d5b"
                 *     }
                 */
                "application/json": components["schemas"]["ErrorReply"];
                "application/problem+json": components["schemas"]["ProblemReply"];
            };
        };
        /** @description The copy that is there already is still the file. */
        NotModifiedResponse: {
            headers: {
                "X-Request-Id": components["headers"]["RequestId"];
                "X-RateLimit-Limit": components["headers"]["RateLimitLimit"];
                "X-RateLimit-Remaining": components["headers"]["RateLimitRemaining"];
                "X-RateLimit-Reset": components["headers"]["RateLimitReset"];
                RateLimit: components["headers"]["RateLimit"];
                "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                [name: string]: unknown;
            };
            content?: never;
        };
        /** @description The new order. */
        PlaceOrderResponse: {
            headers: {
                "X-Request-Id": components["headers"]["RequestId"];
                "X-RateLimit-Limit": components["headers"]["RateLimitLimit"];
                "X-RateLimit-Remaining": components["headers"]["RateLimitRemaining"];
                "X-RateLimit-Reset": components["headers"]["RateLimitReset"];
                "Idempotency-Replayed": components["headers"]["IdempotencyReplayed"];
                [name: string]: unknown;
            };
            content: {
                /**
                 * @example {
                 *       "data": {
                 *         "ids": [
                 *           13,
                 *           12,
                 *           14
                 *         ]
                 *       },
                 *       "request_id": "req_01jw0wnp3a2e8r6f4k1v7c9d5b"
                 *     }
                 */
                "application/json": components["schemas"]["PlaceOrderReply"];
            };
        };
        /** @description A page of results. */
        BulkResultListResponse: {
            headers: {
                "X-Request-Id": components["headers"]["RequestId"];
                "X-RateLimit-Limit": components["headers"]["RateLimitLimit"];
                "X-RateLimit-Remaining": components["headers"]["RateLimitRemaining"];
                "X-RateLimit-Reset": components["headers"]["RateLimitReset"];
                RateLimit: components["headers"]["RateLimit"];
                "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                [name: string]: unknown;
            };
            content: {
                /**
                 * @example {
                 *       "data": [
                 *         {
                 *           "ticket_id": 1234,
                 *           "reference": "HD-001234",
                 *           "outcome": "updated",
                 *           "error": null
                 *         }
                 *       ],
                 *       "next_cursor": null,
                 *       "total_count": 1,
                 *       "has_more": false,
                 *       "request_id": "req_01jw0wnp3a2e8r6f4k1v7c9d5b"
                 *     }
                 */
                "application/json": components["schemas"]["BulkResultListReply"];
            };
        };
        /** @description The bulk update, which has yet to be made. */
        BulkUpdateAcceptedResponse: {
            headers: {
                Location: components["headers"]["Location"];
                "X-Request-Id": components["headers"]["RequestId"];
                "X-RateLimit-Limit": components["headers"]["RateLimitLimit"];
                "X-RateLimit-Remaining": components["headers"]["RateLimitRemaining"];
                "X-RateLimit-Reset": components["headers"]["RateLimitReset"];
                RateLimit: components["headers"]["RateLimit"];
                "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                "Idempotency-Replayed": components["headers"]["IdempotencyReplayed"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["BulkUpdateReply"];
            };
        };
        /** @description A page of bulk updates. */
        BulkUpdateListResponse: {
            headers: {
                "X-Request-Id": components["headers"]["RequestId"];
                "X-RateLimit-Limit": components["headers"]["RateLimitLimit"];
                "X-RateLimit-Remaining": components["headers"]["RateLimitRemaining"];
                "X-RateLimit-Reset": components["headers"]["RateLimitReset"];
                RateLimit: components["headers"]["RateLimit"];
                "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                [name: string]: unknown;
            };
            content: {
                /**
                 * @example {
                 *       "data": [
                 *         {
                 *           "id": 91,
                 *           "status": "finished",
                 *           "change": {
                 *             "priority": "high"
                 *           },
                 *           "total": 1,
                 *           "updated": 1,
                 *           "unchanged": 0,
                 *           "failed": 0,
                 *           "by": {
                 *             "kind": "agent",
                 *             "id": 21,
                 *             "name": "Moderator Alice"
                 *           },
                 *           "created_at": "2026-05-29T12:06:00Z",
                 *           "finished_at": "2026-05-29T12:06:02Z"
                 *         }
                 *       ],
                 *       "next_cursor": null,
                 *       "total_count": 1,
                 *       "has_more": false,
                 *       "request_id": "req_01jw0wnp3a2e8r6f4k1v7c9d5b"
                 *     }
                 */
                "application/json": components["schemas"]["BulkUpdateListReply"];
            };
        };
        /** @description The bulk update. */
        BulkUpdateResponse: {
            headers: {
                "X-Request-Id": components["headers"]["RequestId"];
                "X-RateLimit-Limit": components["headers"]["RateLimitLimit"];
                "X-RateLimit-Remaining": components["headers"]["RateLimitRemaining"];
                "X-RateLimit-Reset": components["headers"]["RateLimitReset"];
                RateLimit: components["headers"]["RateLimit"];
                "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                [name: string]: unknown;
            };
            content: {
                /**
                 * @example {
                 *       "data": {
                 *         "id": 91,
                 *         "status": "finished",
                 *         "change": {
                 *           "priority": "high"
                 *         },
                 *         "total": 1,
                 *         "updated": 1,
                 *         "unchanged": 0,
                 *         "failed": 0,
                 *         "by": {
                 *           "kind": "agent",
                 *           "id": 21,
                 *           "name": "Moderator Alice"
                 *         },
                 *         "created_at": "2026-05-29T12:06:00Z",
                 *         "finished_at": "2026-05-29T12:06:02Z"
                 *       },
                 *       "request_id": "req_01jw0wnp3a2e8r6f4k1v7c9d5b"
                 *     }
                 */
                "application/json": components["schemas"]["BulkUpdateReply"];
            };
        };
        /** @description The e-mail account. */
        EmailAccountResponse: {
            headers: {
                "X-Request-Id": components["headers"]["RequestId"];
                "X-RateLimit-Limit": components["headers"]["RateLimitLimit"];
                "X-RateLimit-Remaining": components["headers"]["RateLimitRemaining"];
                "X-RateLimit-Reset": components["headers"]["RateLimitReset"];
                RateLimit: components["headers"]["RateLimit"];
                "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                "Idempotency-Replayed": components["headers"]["IdempotencyReplayed"];
                [name: string]: unknown;
            };
            content: {
                /**
                 * @example {
                 *       "data": {
                 *         "id": 81,
                 *         "address": "support@retro.example",
                 *         "name": "Retro support",
                 *         "is_default": true,
                 *         "authentication_server": null,
                 *         "secret_rotated_at": "2026-05-29T14:00:00Z",
                 *         "previous_secret_expires_at": null,
                 *         "mailgun_signing_key_set_at": null,
                 *         "created_at": "2026-05-29T14:00:00Z"
                 *       },
                 *       "request_id": "req_01jw0wnp3a2e8r6f4k1v7c9d5b"
                 *     }
                 */
                "application/json": components["schemas"]["EmailAccountReply"];
            };
        };
        /** @description The e-mail account, as created, with its secret. */
        EmailAccountCreatedResponse: {
            headers: {
                Location: components["headers"]["Location"];
                "X-Request-Id": components["headers"]["RequestId"];
                "X-RateLimit-Limit": components["headers"]["RateLimitLimit"];
                "X-RateLimit-Remaining": components["headers"]["RateLimitRemaining"];
                "X-RateLimit-Reset": components["headers"]["RateLimitReset"];
                RateLimit: components["headers"]["RateLimit"];
                "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                "Idempotency-Replayed": components["headers"]["IdempotencyReplayed"];
                [name: string]: unknown;
            };
            content: {
                /**
                 * @example {
                 *       "data": {
                 *         "id": 81,
                 *         "address": "support@retro.example",
                 *         "name": "Retro support",
                 *         "is_default": true,
                 *         "authentication_server": null,
                 *         "secret_rotated_at": "2026-05-29T14:00:00Z",
                 *         "previous_secret_expires_at": null,
                 *         "mailgun_signing_key_set_at": null,
                 *         "created_at": "2026-05-29T14:00:00Z",
                 *         "inbound_secret": "mh_in_tQ3fVqk9dW1cYbXnR7sLpEoUzGmAhKjT2i5vN8xDw0r"
                 *       },
                 *       "request_id": "req_01jw0wnp3a2e8r6f4k1v7c9d5b"
                 *     }
                 */
                "application/json": components["schemas"]["EmailAccountWithSecretReply"];
            };
        };
        /** @description The e-mail account, with its new secret. */
        EmailAccountSecretResponse: {
            headers: {
                "X-Request-Id": components["headers"]["RequestId"];
                "X-RateLimit-Limit": components["headers"]["RateLimitLimit"];
                "X-RateLimit-Remaining": components["headers"]["RateLimitRemaining"];
                "X-RateLimit-Reset": components["headers"]["RateLimitReset"];
                RateLimit: components["headers"]["RateLimit"];
                "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                "Idempotency-Replayed": components["headers"]["IdempotencyReplayed"];
                [name: string]: unknown;
            };
            content: {
                /**
                 * @example {
                 *       "data": {
                 *         "id": 81,
                 *         "address": "support@retro.example",
                 *         "name": "Retro support",
                 *         "is_default": true,
                 *         "authentication_server": null,
                 *         "secret_rotated_at": "2026-05-29T14:00:00Z",
                 *         "previous_secret_expires_at": null,
                 *         "mailgun_signing_key_set_at": null,
                 *         "created_at": "2026-05-29T14:00:00Z",
                 *         "inbound_secret": "mh_in_tQ3fVqk9dW1cYbXnR7sLpEoUzGmAhKjT2i5vN8xDw0r"
                 *       },
                 *       "request_id": "req_01jw0wnp3a2e8r6f4k1v7c9d5b"
                 *     }
                 */
                "application/json": components["schemas"]["EmailAccountWithSecretReply"];
            };
        };
        /** @description A page of e-mail accounts. */
        EmailAccountListResponse: {
            headers: {
                "X-Request-Id": components["headers"]["RequestId"];
                "X-RateLimit-Limit": components["headers"]["RateLimitLimit"];
                "X-RateLimit-Remaining": components["headers"]["RateLimitRemaining"];
                "X-RateLimit-Reset": components["headers"]["RateLimitReset"];
                RateLimit: components["headers"]["RateLimit"];
                "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                [name: string]: unknown;
            };
            content: {
                /**
                 * @example {
                 *       "data": [
                 *         {
                 *           "id": 81,
                 *           "address": "support@retro.example",
                 *           "name": "Retro support",
                 *           "is_default": true,
                 *           "authentication_server": null,
                 *           "secret_rotated_at": "2026-05-29T14:00:00Z",
                 *           "previous_secret_expires_at": null,
                 *           "mailgun_signing_key_set_at": null,
                 *           "created_at": "2026-05-29T14:00:00Z"
                 *         }
                 *       ],
                 *       "next_cursor": null,
                 *       "total_count": 1,
                 *       "has_more": false,
                 *       "request_id": "req_01jw0wnp3a2e8r6f4k1v7c9d5b"
                 *     }
                 */
                "application/json": components["schemas"]["EmailAccountListReply"];
            };
        };
        /** @description The mail. */
        OutgoingEmailResponse: {
            headers: {
                "X-Request-Id": components["headers"]["RequestId"];
                "X-RateLimit-Limit": components["headers"]["RateLimitLimit"];
                "X-RateLimit-Remaining": components["headers"]["RateLimitRemaining"];
                "X-RateLimit-Reset": components["headers"]["RateLimitReset"];
                "Idempotency-Replayed": components["headers"]["IdempotencyReplayed"];
                [name: string]: unknown;
            };
            content: {
                /**
                 * @example {
                 *       "data": {
                 *         "id": 9301,
                 *         "kind": "reply",
                 *         "ticket": {
                 *           "id": 1234,
                 *           "reference": "HD-001234"
                 *         },
                 *         "ticket_message_id": 9002,
                 *         "from": {
                 *           "email": "support@retro.example",
                 *           "name": "Retro support"
                 *         },
                 *         "to": {
                 *           "email": "ada@example.com",
                 *           "name": "Ada"
                 *         },
                 *         "subject": "Re: [HD-001234] The refund has not come",
                 *         "status": "failed",
                 *         "attempts": 1,
                 *         "error": "550 5.1.1 no such mailbox",
                 *         "bounce_status": null,
                 *         "created_at": "2026-05-29T12:00:00Z",
                 *         "sent_at": null,
                 *         "message_id": "hd-001234.AAAAAAAAAAAAAAAAAAAAAAAA@retro.example",
                 *         "text": "Which invoice is it?"
                 *       },
                 *       "request_id": "req_01jw0wnp3a2e8r6f4k1v7c9d5b"
                 *     }
                 */
                "application/json": components["schemas"]["OutgoingEmailReply"];
            };
        };
        /** @description A page of mails that are sent. */
        OutgoingEmailListResponse: {
            headers: {
                "X-Request-Id": components["headers"]["RequestId"];
                "X-RateLimit-Limit": components["headers"]["RateLimitLimit"];
                "X-RateLimit-Remaining": components["headers"]["RateLimitRemaining"];
                "X-RateLimit-Reset": components["headers"]["RateLimitReset"];
                [name: string]: unknown;
            };
            content: {
                /**
                 * @example {
                 *       "data": [
                 *         {
                 *           "id": 9301,
                 *           "kind": "reply",
                 *           "ticket": {
                 *             "id": 1234,
                 *             "reference": "HD-001234"
                 *           },
                 *           "ticket_message_id": 9002,
                 *           "from": {
                 *             "email": "support@retro.example",
                 *             "name": "Retro support"
                 *           },
                 *           "to": {
                 *             "email": "ada@example.com",
                 *             "name": "Ada"
                 *           },
                 *           "subject": "Re: [HD-001234] The refund has not come",
                 *           "status": "failed",
                 *           "attempts": 1,
                 *           "error": "550 5.1.1 no such mailbox",
                 *           "bounce_status": null,
                 *           "created_at": "2026-05-29T12:00:00Z",
                 *           "sent_at": null
                 *         }
                 *       ],
                 *       "next_cursor": null,
                 *       "total_count": 1,
                 *       "has_more": false,
                 *       "request_id": "req_01jw0wnp3a2e8r6f4k1v7c9d5b"
                 *     }
                 */
                "application/json": components["schemas"]["OutgoingEmailListReply"];
            };
        };
        /** @description A page of mails that came. */
        ReceivedEmailListResponse: {
            headers: {
                "X-Request-Id": components["headers"]["RequestId"];
                "X-RateLimit-Limit": components["headers"]["RateLimitLimit"];
                "X-RateLimit-Remaining": components["headers"]["RateLimitRemaining"];
                "X-RateLimit-Reset": components["headers"]["RateLimitReset"];
                [name: string]: unknown;
            };
            content: {
                /**
                 * @example {
                 *       "data": [
                 *         {
                 *           "id": 9401,
                 *           "account_id": 81,
                 *           "message_id": "refund@example.com",
                 *           "kind": "person",
                 *           "sender": {
                 *             "email": "ada@example.com",
                 *             "name": "Ada"
                 *           },
                 *           "subject": "The refund has not come",
                 *           "action": "created",
                 *           "ticket": {
                 *             "id": 1234,
                 *             "reference": "HD-001234"
                 *           },
                 *           "ticket_message_id": 9001,
                 *           "unanswered": null,
                 *           "is_third_party": false,
                 *           "received_at": "2026-05-29T12:00:00Z"
                 *         }
                 *       ],
                 *       "next_cursor": null,
                 *       "total_count": 1,
                 *       "has_more": false,
                 *       "request_id": "req_01jw0wnp3a2e8r6f4k1v7c9d5b"
                 *     }
                 */
                "application/json": components["schemas"]["ReceivedEmailListReply"];
            };
        };
        /** @description The outcome. */
        InboundEmailResponse: {
            headers: {
                "X-Request-Id": components["headers"]["RequestId"];
                "X-RateLimit-Limit": components["headers"]["RateLimitLimit"];
                "X-RateLimit-Remaining": components["headers"]["RateLimitRemaining"];
                "X-RateLimit-Reset": components["headers"]["RateLimitReset"];
                RateLimit: components["headers"]["RateLimit"];
                "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["InboundEmailOutcome"];
            };
        };
        /** @description What holds from now on. */
        NotificationPrefResponse: {
            headers: {
                "X-Request-Id": components["headers"]["RequestId"];
                "X-RateLimit-Limit": components["headers"]["RateLimitLimit"];
                "X-RateLimit-Remaining": components["headers"]["RateLimitRemaining"];
                "X-RateLimit-Reset": components["headers"]["RateLimitReset"];
                RateLimit: components["headers"]["RateLimit"];
                "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                "Idempotency-Replayed": components["headers"]["IdempotencyReplayed"];
                [name: string]: unknown;
            };
            content: {
                /**
                 * @example {
                 *       "data": {
                 *         "scope": "tenant_default",
                 *         "scope_id": 0,
                 *         "event_key": "ticket.created",
                 *         "channel": "email",
                 *         "enabled": false,
                 *         "source": "tenant_default"
                 *       },
                 *       "request_id": "req_01jw0wnp3a2e8r6f4k1v7c9d5b"
                 *     }
                 */
                "application/json": components["schemas"]["NotificationPrefReply"];
            };
        };
        /** @description What holds. */
        NotificationPrefsResponse: {
            headers: {
                "X-Request-Id": components["headers"]["RequestId"];
                "X-RateLimit-Limit": components["headers"]["RateLimitLimit"];
                "X-RateLimit-Remaining": components["headers"]["RateLimitRemaining"];
                "X-RateLimit-Reset": components["headers"]["RateLimitReset"];
                RateLimit: components["headers"]["RateLimit"];
                "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                [name: string]: unknown;
            };
            content: {
                /**
                 * @example {
                 *       "data": {
                 *         "scope": "tenant_default",
                 *         "scope_id": 0,
                 *         "prefs": [
                 *           {
                 *             "event_key": "ticket.created",
                 *             "channel": "email",
                 *             "enabled": true,
                 *             "source": "built_in"
                 *           }
                 *         ]
                 *       },
                 *       "request_id": "req_01jw0wnp3a2e8r6f4k1v7c9d5b"
                 *     }
                 */
                "application/json": components["schemas"]["NotificationPrefsReply"];
            };
        };
        /** @description The post. */
        PostResponse: {
            headers: {
                "X-Request-Id": components["headers"]["RequestId"];
                "X-RateLimit-Limit": components["headers"]["RateLimitLimit"];
                "X-RateLimit-Remaining": components["headers"]["RateLimitRemaining"];
                "X-RateLimit-Reset": components["headers"]["RateLimitReset"];
                RateLimit: components["headers"]["RateLimit"];
                "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                "Idempotency-Replayed": components["headers"]["IdempotencyReplayed"];
                [name: string]: unknown;
            };
            content: {
                /**
                 * @example {
                 *       "data": {
                 *         "id": 4501,
                 *         "thread_id": 118,
                 *         "forum_slug": "atari-2600",
                 *         "title": "Which capacitor kit for a light sixer?",
                 *         "parent_post_id": null,
                 *         "body": "The picture rolls after ten minutes. Is it worth doing them all at once?",
                 *         "author": {
                 *           "id": 312,
                 *           "username": "retroseller"
                 *         },
                 *         "created_at": "2026-05-29T13:42:11Z",
                 *         "edited_at": null,
                 *         "deleted_at": null
                 *       },
                 *       "request_id": "req_01jw0wnp3a2e8r6f4k1v7c9d5b"
                 *     }
                 */
                "application/json": components["schemas"]["PostReply"];
            };
        };
        /** @description The post, as created. */
        PostCreatedResponse: {
            headers: {
                Location: components["headers"]["Location"];
                "X-Request-Id": components["headers"]["RequestId"];
                "X-RateLimit-Limit": components["headers"]["RateLimitLimit"];
                "X-RateLimit-Remaining": components["headers"]["RateLimitRemaining"];
                "X-RateLimit-Reset": components["headers"]["RateLimitReset"];
                RateLimit: components["headers"]["RateLimit"];
                "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                "Idempotency-Replayed": components["headers"]["IdempotencyReplayed"];
                [name: string]: unknown;
            };
            content: {
                /**
                 * @example {
                 *       "data": {
                 *         "id": 4501,
                 *         "thread_id": 118,
                 *         "forum_slug": "atari-2600",
                 *         "title": "Which capacitor kit for a light sixer?",
                 *         "parent_post_id": null,
                 *         "body": "The picture rolls after ten minutes. Is it worth doing them all at once?",
                 *         "author": {
                 *           "id": 312,
                 *           "username": "retroseller"
                 *         },
                 *         "created_at": "2026-05-29T13:42:11Z",
                 *         "edited_at": null,
                 *         "deleted_at": null
                 *       },
                 *       "request_id": "req_01jw0wnp3a2e8r6f4k1v7c9d5b"
                 *     }
                 */
                "application/json": components["schemas"]["PostReply"];
            };
        };
        /** @description A page of posts. */
        PostListResponse: {
            headers: {
                "X-Request-Id": components["headers"]["RequestId"];
                "X-RateLimit-Limit": components["headers"]["RateLimitLimit"];
                "X-RateLimit-Remaining": components["headers"]["RateLimitRemaining"];
                "X-RateLimit-Reset": components["headers"]["RateLimitReset"];
                RateLimit: components["headers"]["RateLimit"];
                "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                [name: string]: unknown;
            };
            content: {
                /**
                 * @example {
                 *       "data": [
                 *         {
                 *           "id": 4501,
                 *           "thread_id": 118,
                 *           "forum_slug": "atari-2600",
                 *           "title": "Which capacitor kit for a light sixer?",
                 *           "parent_post_id": null,
                 *           "body": "The picture rolls after ten minutes. Is it worth doing them all at once?",
                 *           "author": {
                 *             "id": 312,
                 *             "username": "retroseller"
                 *           },
                 *           "created_at": "2026-05-29T13:42:11Z",
                 *           "edited_at": null,
                 *           "deleted_at": null
                 *         }
                 *       ],
                 *       "next_cursor": "cur_AAAAAAAAEZVb0mC1sPzv2Nc",
                 *       "total_count": 847,
                 *       "has_more": true,
                 *       "request_id": "req_01jw0wnp3a2e8r6f4k1v7c9d5b"
                 *     }
                 */
                "application/json": components["schemas"]["PostListReply"];
            };
        };
        /** @description A precondition of the request does not hold. */
        PreconditionFailed: {
            headers: {
                "X-Request-Id": components["headers"]["RequestId"];
                "X-RateLimit-Limit": components["headers"]["RateLimitLimit"];
                "X-RateLimit-Remaining": components["headers"]["RateLimitRemaining"];
                "X-RateLimit-Reset": components["headers"]["RateLimitReset"];
                RateLimit: components["headers"]["RateLimit"];
                "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                [name: string]: unknown;
            };
            content: {
                /**
                 * @example {
                 *       "error": {
                 *         "code": "precondition_failed",
                 *         "message": "If-Match names another version than this one.",
                 *         "doc_url": "https://demo.mobieus.io/docs/errors/precondition_failed",
                 *         "request_id": "req_01jw0wnp3a2e8r6f4k1v7c9d5b"
                 *       },
                 *       "request_id": "req_01jw0wnp3a2e8r6f4k1v7c9d5b"
                 *     }
                 */
                "application/json": components["schemas"]["ErrorReply"];
                "application/problem+json": components["schemas"]["ProblemReply"];
            };
        };
        /** @description The range that was asked for lies behind the end. */
        RangeNotSatisfiable: {
            headers: {
                "X-Request-Id": components["headers"]["RequestId"];
                "X-RateLimit-Limit": components["headers"]["RateLimitLimit"];
                "X-RateLimit-Remaining": components["headers"]["RateLimitRemaining"];
                "X-RateLimit-Reset": components["headers"]["RateLimitReset"];
                RateLimit: components["headers"]["RateLimit"];
                "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                [name: string]: unknown;
            };
            content: {
                /**
                 * @example {
                 *       "error": {
                 *         "code": "range_not_satisfiable",
                 *         "message": "The file has 16384 bytes.",
                 *         "doc_url": "https://demo.mobieus.io/docs/errors/range_not_satisfiable",
                 *         "request_id": "req_01jw0wnp3a2e8r6f4k1v7c9d5b"
                 *       },
                 *       "request_id": "req_01jw0wnp3a2e8r6f4k1v7c9d5b"
                 *     }
                 */
                "application/json": components["schemas"]["ErrorReply"];
                "application/problem+json": components["schemas"]["ProblemReply"];
            };
        };
        /** @description The report. */
        ReportResponse: {
            headers: {
                "X-Request-Id": components["headers"]["RequestId"];
                "X-RateLimit-Limit": components["headers"]["RateLimitLimit"];
                "X-RateLimit-Remaining": components["headers"]["RateLimitRemaining"];
                "X-RateLimit-Reset": components["headers"]["RateLimitReset"];
                RateLimit: components["headers"]["RateLimit"];
                "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                "Idempotency-Replayed": components["headers"]["IdempotencyReplayed"];
                [name: string]: unknown;
            };
            content: {
                /**
                 * @example {
                 *       "data": {
                 *         "id": 61,
                 *         "reporter": {
                 *           "id": 7,
                 *           "username": "pixel_pia"
                 *         },
                 *         "reported_user_id": 312,
                 *         "reported_post_id": null,
                 *         "reported_listing_id": null,
                 *         "reported_file_id": null,
                 *         "reason_category": "spam",
                 *         "details": "Sells consoles that are not there.",
                 *         "source_url": null,
                 *         "status": "resolved",
                 *         "resolution": "suspend",
                 *         "created_at": "2026-05-29T16:40:12Z",
                 *         "resolved_at": "2026-05-29T17:05:00Z",
                 *         "resolver": {
                 *           "id": 9,
                 *           "username": "mod_alice"
                 *         }
                 *       },
                 *       "request_id": "req_01jw0wnp3a2e8r6f4k1v7c9d5b"
                 *     }
                 */
                "application/json": components["schemas"]["ReportReply"];
            };
        };
        /** @description The report, as made. */
        ReportCreatedResponse: {
            headers: {
                Location: components["headers"]["Location"];
                "X-Request-Id": components["headers"]["RequestId"];
                "X-RateLimit-Limit": components["headers"]["RateLimitLimit"];
                "X-RateLimit-Remaining": components["headers"]["RateLimitRemaining"];
                "X-RateLimit-Reset": components["headers"]["RateLimitReset"];
                RateLimit: components["headers"]["RateLimit"];
                "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                "Idempotency-Replayed": components["headers"]["IdempotencyReplayed"];
                [name: string]: unknown;
            };
            content: {
                /**
                 * @example {
                 *       "data": {
                 *         "id": 61,
                 *         "reporter": {
                 *           "id": 7,
                 *           "username": "pixel_pia"
                 *         },
                 *         "reported_user_id": 312,
                 *         "reported_post_id": null,
                 *         "reported_listing_id": null,
                 *         "reported_file_id": null,
                 *         "reason_category": "spam",
                 *         "details": "Sells consoles that are not there.",
                 *         "source_url": null,
                 *         "status": "open",
                 *         "resolution": null,
                 *         "created_at": "2026-05-29T16:40:12Z",
                 *         "resolved_at": null,
                 *         "resolver": null
                 *       },
                 *       "request_id": "req_01jw0wnp3a2e8r6f4k1v7c9d5b"
                 *     }
                 */
                "application/json": components["schemas"]["ReportReply"];
            };
        };
        /** @description A page of reports. */
        ReportListResponse: {
            headers: {
                "X-Request-Id": components["headers"]["RequestId"];
                "X-RateLimit-Limit": components["headers"]["RateLimitLimit"];
                "X-RateLimit-Remaining": components["headers"]["RateLimitRemaining"];
                "X-RateLimit-Reset": components["headers"]["RateLimitReset"];
                RateLimit: components["headers"]["RateLimit"];
                "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                [name: string]: unknown;
            };
            content: {
                /**
                 * @example {
                 *       "data": [
                 *         {
                 *           "id": 61,
                 *           "reporter": {
                 *             "id": 7,
                 *             "username": "pixel_pia"
                 *           },
                 *           "reported_user_id": 312,
                 *           "reported_post_id": null,
                 *           "reported_listing_id": null,
                 *           "reported_file_id": null,
                 *           "reason_category": "spam",
                 *           "details": "Sells consoles that are not there.",
                 *           "source_url": null,
                 *           "status": "open",
                 *           "resolution": null,
                 *           "created_at": "2026-05-29T16:40:12Z",
                 *           "resolved_at": null,
                 *           "resolver": null
                 *         }
                 *       ],
                 *       "next_cursor": null,
                 *       "total_count": 1,
                 *       "has_more": false,
                 *       "request_id": "req_01jw0wnp3a2e8r6f4k1v7c9d5b"
                 *     }
                 */
                "application/json": components["schemas"]["ReportListReply"];
            };
        };
        /** @description The results of the operations that were carried out. */
        ScimBulkResponse: {
            headers: {
                "X-Request-Id": components["headers"]["RequestId"];
                "X-RateLimit-Limit": components["headers"]["RateLimitLimit"];
                "X-RateLimit-Remaining": components["headers"]["RateLimitRemaining"];
                "X-RateLimit-Reset": components["headers"]["RateLimitReset"];
                RateLimit: components["headers"]["RateLimit"];
                "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                [name: string]: unknown;
            };
            content: {
                /**
                 * @example {
                 *       "schemas": [
                 *         "urn:ietf:params:scim:api:messages:2.0:BulkResponse"
                 *       ],
                 *       "Operations": [
                 *         {
                 *           "method": "POST",
                 *           "bulkId": "florists",
                 *           "version": "W/\"1\"",
                 *           "location": "https://demo.mobieus.io/scim/v2/Groups/333",
                 *           "status": "201"
                 *         },
                 *         {
                 *           "method": "POST",
                 *           "bulkId": "eve",
                 *           "version": "W/\"1\"",
                 *           "location": "https://demo.mobieus.io/scim/v2/Users/325",
                 *           "status": "201"
                 *         }
                 *       ]
                 *     }
                 */
                "application/scim+json": components["schemas"]["ScimBulkReply"];
            };
        };
        /** @description The request is at fault; nothing was changed. */
        ScimClientError: {
            headers: {
                "X-Request-Id": components["headers"]["RequestId"];
                "X-RateLimit-Limit": components["headers"]["RateLimitLimit"];
                "X-RateLimit-Remaining": components["headers"]["RateLimitRemaining"];
                "X-RateLimit-Reset": components["headers"]["RateLimitReset"];
                RateLimit: components["headers"]["RateLimit"];
                "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                "Retry-After": components["headers"]["RetryAfter"];
                Link: components["headers"]["HelpLink"];
                [name: string]: unknown;
            };
            content: {
                /**
                 * @example {
                 *       "schemas": [
                 *         "urn:ietf:params:scim:api:messages:2.0:Error"
                 *       ],
                 *       "status": "404",
                 *       "detail": "There is no such resource."
                 *     }
                 */
                "application/scim+json": components["schemas"]["ScimError"];
            };
        };
        /** @description The configuration. */
        ScimConfigResponse: {
            headers: {
                "X-Request-Id": components["headers"]["RequestId"];
                "X-RateLimit-Limit": components["headers"]["RateLimitLimit"];
                "X-RateLimit-Remaining": components["headers"]["RateLimitRemaining"];
                "X-RateLimit-Reset": components["headers"]["RateLimitReset"];
                RateLimit: components["headers"]["RateLimit"];
                "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                [name: string]: unknown;
            };
            content: {
                /**
                 * @example {
                 *       "schemas": [
                 *         "urn:ietf:params:scim:schemas:core:2.0:ServiceProviderConfig"
                 *       ],
                 *       "documentationUri": "https://demo.mobieus.io/docs/guides/scim",
                 *       "patch": {
                 *         "supported": true
                 *       },
                 *       "bulk": {
                 *         "supported": true,
                 *         "maxOperations": 1000,
                 *         "maxPayloadSize": 1048576
                 *       },
                 *       "filter": {
                 *         "supported": true,
                 *         "maxResults": 200
                 *       },
                 *       "changePassword": {
                 *         "supported": false
                 *       },
                 *       "sort": {
                 *         "supported": true
                 *       },
                 *       "etag": {
                 *         "supported": true
                 *       },
                 *       "pagination": {
                 *         "cursor": true,
                 *         "index": true,
                 *         "defaultPaginationMethod": "index",
                 *         "defaultPageSize": 100,
                 *         "maxPageSize": 200
                 *       },
                 *       "authenticationSchemes": [
                 *         {
                 *           "type": "oauthbearertoken",
                 *           "name": "SCIM token",
                 *           "description": "Authorization: Bearer ms_scim_…",
                 *           "specUri": "https://www.rfc-editor.org/info/rfc6750",
                 *           "primary": true
                 *         }
                 *       ],
                 *       "meta": {
                 *         "resourceType": "ServiceProviderConfig",
                 *         "location": "https://demo.mobieus.io/scim/v2/ServiceProviderConfig"
                 *       }
                 *     }
                 */
                "application/scim+json": components["schemas"]["ScimConfig"];
            };
        };
        /** @description It is deleted. */
        ScimDeletedResponse: {
            headers: {
                "X-Request-Id": components["headers"]["RequestId"];
                "X-RateLimit-Limit": components["headers"]["RateLimitLimit"];
                "X-RateLimit-Remaining": components["headers"]["RateLimitRemaining"];
                "X-RateLimit-Reset": components["headers"]["RateLimitReset"];
                RateLimit: components["headers"]["RateLimit"];
                "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                [name: string]: unknown;
            };
            content?: never;
        };
        /** @description It failed; nothing was changed. */
        ScimFailure: {
            headers: {
                "X-Request-Id": components["headers"]["RequestId"];
                "X-RateLimit-Limit": components["headers"]["RateLimitLimit"];
                "X-RateLimit-Remaining": components["headers"]["RateLimitRemaining"];
                "X-RateLimit-Reset": components["headers"]["RateLimitReset"];
                RateLimit: components["headers"]["RateLimit"];
                "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                "Retry-After": components["headers"]["RetryAfter"];
                Link: components["headers"]["HelpLink"];
                [name: string]: unknown;
            };
            content: {
                /**
                 * @example {
                 *       "schemas": [
                 *         "urn:ietf:params:scim:api:messages:2.0:Error"
                 *       ],
                 *       "status": "404",
                 *       "detail": "There is no such resource."
                 *     }
                 */
                "application/scim+json": components["schemas"]["ScimError"];
            };
        };
        /** @description The group, as created. */
        ScimGroupCreatedResponse: {
            headers: {
                Location: components["headers"]["Location"];
                ETag: components["headers"]["ETag"];
                "X-Request-Id": components["headers"]["RequestId"];
                "X-RateLimit-Limit": components["headers"]["RateLimitLimit"];
                "X-RateLimit-Remaining": components["headers"]["RateLimitRemaining"];
                "X-RateLimit-Reset": components["headers"]["RateLimitReset"];
                RateLimit: components["headers"]["RateLimit"];
                "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                [name: string]: unknown;
            };
            content: {
                "application/scim+json": components["schemas"]["ScimGroup"];
            };
        };
        /** @description A page of groups. */
        ScimGroupListResponse: {
            headers: {
                "X-Request-Id": components["headers"]["RequestId"];
                "X-RateLimit-Limit": components["headers"]["RateLimitLimit"];
                "X-RateLimit-Remaining": components["headers"]["RateLimitRemaining"];
                "X-RateLimit-Reset": components["headers"]["RateLimitReset"];
                RateLimit: components["headers"]["RateLimit"];
                "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                [name: string]: unknown;
            };
            content: {
                "application/scim+json": components["schemas"]["ScimGroupList"];
            };
        };
        /** @description The group. */
        ScimGroupResponse: {
            headers: {
                ETag: components["headers"]["ETag"];
                "X-Request-Id": components["headers"]["RequestId"];
                "X-RateLimit-Limit": components["headers"]["RateLimitLimit"];
                "X-RateLimit-Remaining": components["headers"]["RateLimitRemaining"];
                "X-RateLimit-Reset": components["headers"]["RateLimitReset"];
                RateLimit: components["headers"]["RateLimit"];
                "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                [name: string]: unknown;
            };
            content: {
                "application/scim+json": components["schemas"]["ScimGroup"];
            };
        };
        /** @description The member is in nobody's hands. */
        ScimMemberReleasedResponse: {
            headers: {
                "X-Request-Id": components["headers"]["RequestId"];
                "X-RateLimit-Limit": components["headers"]["RateLimitLimit"];
                "X-RateLimit-Remaining": components["headers"]["RateLimitRemaining"];
                "X-RateLimit-Reset": components["headers"]["RateLimitReset"];
                "Idempotency-Replayed": components["headers"]["IdempotencyReplayed"];
                [name: string]: unknown;
            };
            content: {
                /**
                 * @example {
                 *       "data": {
                 *         "user_id": 323,
                 *         "released": true
                 *       },
                 *       "request_id": "req_01jw0wnp3a2e8r6f4k1v7c9d5b"
                 *     }
                 */
                "application/json": components["schemas"]["ScimMemberReleasedReply"];
            };
        };
        /** @description The member is in the provider's hands. */
        ScimMemberResponse: {
            headers: {
                "X-Request-Id": components["headers"]["RequestId"];
                "X-RateLimit-Limit": components["headers"]["RateLimitLimit"];
                "X-RateLimit-Remaining": components["headers"]["RateLimitRemaining"];
                "X-RateLimit-Reset": components["headers"]["RateLimitReset"];
                "Idempotency-Replayed": components["headers"]["IdempotencyReplayed"];
                [name: string]: unknown;
            };
            content: {
                /**
                 * @example {
                 *       "data": {
                 *         "user": {
                 *           "id": 324,
                 *           "username": "cleo"
                 *         },
                 *         "user_name": "cleo@example.com",
                 *         "external_id": "00u7cleo"
                 *       },
                 *       "request_id": "req_01jw0wnp3a2e8r6f4k1v7c9d5b"
                 *     }
                 */
                "application/json": components["schemas"]["ScimMemberReply"];
            };
        };
        /** @description It is changed. */
        ScimPatchedResponse: {
            headers: {
                ETag: components["headers"]["ETag"];
                "X-Request-Id": components["headers"]["RequestId"];
                "X-RateLimit-Limit": components["headers"]["RateLimitLimit"];
                "X-RateLimit-Remaining": components["headers"]["RateLimitRemaining"];
                "X-RateLimit-Reset": components["headers"]["RateLimitReset"];
                RateLimit: components["headers"]["RateLimit"];
                "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                [name: string]: unknown;
            };
            content?: never;
        };
        /** @description A page of provisioning requests. */
        ScimRequestListResponse: {
            headers: {
                "X-Request-Id": components["headers"]["RequestId"];
                "X-RateLimit-Limit": components["headers"]["RateLimitLimit"];
                "X-RateLimit-Remaining": components["headers"]["RateLimitRemaining"];
                "X-RateLimit-Reset": components["headers"]["RateLimitReset"];
                [name: string]: unknown;
            };
            content: {
                /**
                 * @example {
                 *       "data": [
                 *         {
                 *           "id": 71,
                 *           "token": {
                 *             "id": 4,
                 *             "label": "Okta"
                 *           },
                 *           "operation": "patchScimUser",
                 *           "resource_type": "User",
                 *           "resource_id": "321",
                 *           "status": 200,
                 *           "request_id": "req_01jw0wnp3a2e8r6f4k1v7c9d5b",
                 *           "created_at": "2026-05-27T09:00:00Z"
                 *         }
                 *       ],
                 *       "next_cursor": null,
                 *       "total_count": 1,
                 *       "has_more": false,
                 *       "request_id": "req_01jw0wnp3a2e8r6f4k1v7c9d5b"
                 *     }
                 */
                "application/json": components["schemas"]["ScimRequestListReply"];
            };
        };
        /** @description The provisioning request. */
        ScimRequestResponse: {
            headers: {
                "X-Request-Id": components["headers"]["RequestId"];
                "X-RateLimit-Limit": components["headers"]["RateLimitLimit"];
                "X-RateLimit-Remaining": components["headers"]["RateLimitRemaining"];
                "X-RateLimit-Reset": components["headers"]["RateLimitReset"];
                [name: string]: unknown;
            };
            content: {
                /**
                 * @example {
                 *       "data": {
                 *         "id": 71,
                 *         "token": {
                 *           "id": 4,
                 *           "label": "Okta"
                 *         },
                 *         "operation": "patchScimUser",
                 *         "resource_type": "User",
                 *         "resource_id": "321",
                 *         "status": 200,
                 *         "request_id": "req_01jw0wnp3a2e8r6f4k1v7c9d5b",
                 *         "created_at": "2026-05-27T09:00:00Z",
                 *         "before": {
                 *           "userName": "anna@example.com",
                 *           "active": true
                 *         },
                 *         "after": {
                 *           "userName": "anna@example.com",
                 *           "active": true,
                 *           "title": "Head of Gardens"
                 *         }
                 *       },
                 *       "request_id": "req_01jw0wnp3a2e8r6f4k1v7c9d5b"
                 *     }
                 */
                "application/json": components["schemas"]["ScimRequestReply"];
            };
        };
        /** @description Every resource type. */
        ScimResourceTypeListResponse: {
            headers: {
                "X-Request-Id": components["headers"]["RequestId"];
                "X-RateLimit-Limit": components["headers"]["RateLimitLimit"];
                "X-RateLimit-Remaining": components["headers"]["RateLimitRemaining"];
                "X-RateLimit-Reset": components["headers"]["RateLimitReset"];
                RateLimit: components["headers"]["RateLimit"];
                "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                [name: string]: unknown;
            };
            content: {
                /**
                 * @example {
                 *       "schemas": [
                 *         "urn:ietf:params:scim:api:messages:2.0:ListResponse"
                 *       ],
                 *       "totalResults": 2,
                 *       "startIndex": 1,
                 *       "itemsPerPage": 2,
                 *       "Resources": [
                 *         {
                 *           "schemas": [
                 *             "urn:ietf:params:scim:schemas:core:2.0:ResourceType"
                 *           ],
                 *           "id": "Group",
                 *           "name": "Group",
                 *           "endpoint": "/Groups",
                 *           "description": "A group of members (RFC 7643, 4.2), which Learn knows as a cohort.",
                 *           "schema": "urn:ietf:params:scim:schemas:core:2.0:Group",
                 *           "schemaExtensions": [],
                 *           "meta": {
                 *             "resourceType": "ResourceType",
                 *             "location": "https://demo.mobieus.io/scim/v2/ResourceTypes/Group"
                 *           }
                 *         },
                 *         {
                 *           "schemas": [
                 *             "urn:ietf:params:scim:schemas:core:2.0:ResourceType"
                 *           ],
                 *           "id": "User",
                 *           "name": "User",
                 *           "endpoint": "/Users",
                 *           "description": "A member whom an identity provider manages (RFC 7643, 4.1).",
                 *           "schema": "urn:ietf:params:scim:schemas:core:2.0:User",
                 *           "schemaExtensions": [
                 *             {
                 *               "schema": "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User",
                 *               "required": false
                 *             }
                 *           ],
                 *           "meta": {
                 *             "resourceType": "ResourceType",
                 *             "location": "https://demo.mobieus.io/scim/v2/ResourceTypes/User"
                 *           }
                 *         }
                 *       ]
                 *     }
                 */
                "application/scim+json": components["schemas"]["ScimResourceTypeList"];
            };
        };
        /** @description The resource type. */
        ScimResourceTypeResponse: {
            headers: {
                "X-Request-Id": components["headers"]["RequestId"];
                "X-RateLimit-Limit": components["headers"]["RateLimitLimit"];
                "X-RateLimit-Remaining": components["headers"]["RateLimitRemaining"];
                "X-RateLimit-Reset": components["headers"]["RateLimitReset"];
                RateLimit: components["headers"]["RateLimit"];
                "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                [name: string]: unknown;
            };
            content: {
                /**
                 * @example {
                 *       "schemas": [
                 *         "urn:ietf:params:scim:schemas:core:2.0:ResourceType"
                 *       ],
                 *       "id": "User",
                 *       "name": "User",
                 *       "endpoint": "/Users",
                 *       "description": "A member whom an identity provider manages (RFC 7643, 4.1).",
                 *       "schema": "urn:ietf:params:scim:schemas:core:2.0:User",
                 *       "schemaExtensions": [
                 *         {
                 *           "schema": "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User",
                 *           "required": false
                 *         }
                 *       ],
                 *       "meta": {
                 *         "resourceType": "ResourceType",
                 *         "location": "https://demo.mobieus.io/scim/v2/ResourceTypes/User"
                 *       }
                 *     }
                 */
                "application/scim+json": components["schemas"]["ScimResourceType"];
            };
        };
        /** @description Every schema. */
        ScimSchemaListResponse: {
            headers: {
                "X-Request-Id": components["headers"]["RequestId"];
                "X-RateLimit-Limit": components["headers"]["RateLimitLimit"];
                "X-RateLimit-Remaining": components["headers"]["RateLimitRemaining"];
                "X-RateLimit-Reset": components["headers"]["RateLimitReset"];
                RateLimit: components["headers"]["RateLimit"];
                "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                [name: string]: unknown;
            };
            content: {
                /**
                 * @example {
                 *       "schemas": [
                 *         "urn:ietf:params:scim:api:messages:2.0:ListResponse"
                 *       ],
                 *       "totalResults": 1,
                 *       "startIndex": 1,
                 *       "itemsPerPage": 1,
                 *       "Resources": [
                 *         {
                 *           "schemas": [
                 *             "urn:ietf:params:scim:schemas:core:2.0:Schema"
                 *           ],
                 *           "id": "urn:ietf:params:scim:schemas:core:2.0:Group",
                 *           "name": "Group",
                 *           "description": "A group of members (RFC 7643, 4.2), which Learn knows as a cohort.",
                 *           "attributes": [
                 *             {
                 *               "name": "displayName",
                 *               "type": "string",
                 *               "multiValued": false,
                 *               "description": "The group's name for display.",
                 *               "required": true,
                 *               "caseExact": false,
                 *               "mutability": "readWrite",
                 *               "returned": "default",
                 *               "uniqueness": "none"
                 *             }
                 *           ],
                 *           "meta": {
                 *             "resourceType": "Schema",
                 *             "location": "https://demo.mobieus.io/scim/v2/Schemas/urn:ietf:params:scim:schemas:core:2.0:Group"
                 *           }
                 *         }
                 *       ]
                 *     }
                 */
                "application/scim+json": components["schemas"]["ScimSchemaList"];
            };
        };
        /** @description The schema. */
        ScimSchemaResponse: {
            headers: {
                "X-Request-Id": components["headers"]["RequestId"];
                "X-RateLimit-Limit": components["headers"]["RateLimitLimit"];
                "X-RateLimit-Remaining": components["headers"]["RateLimitRemaining"];
                "X-RateLimit-Reset": components["headers"]["RateLimitReset"];
                RateLimit: components["headers"]["RateLimit"];
                "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                [name: string]: unknown;
            };
            content: {
                /**
                 * @example {
                 *       "schemas": [
                 *         "urn:ietf:params:scim:schemas:core:2.0:Schema"
                 *       ],
                 *       "id": "urn:ietf:params:scim:schemas:core:2.0:Group",
                 *       "name": "Group",
                 *       "description": "A group of members (RFC 7643, 4.2), which Learn knows as a cohort.",
                 *       "attributes": [
                 *         {
                 *           "name": "displayName",
                 *           "type": "string",
                 *           "multiValued": false,
                 *           "description": "The group's name for display.",
                 *           "required": true,
                 *           "caseExact": false,
                 *           "mutability": "readWrite",
                 *           "returned": "default",
                 *           "uniqueness": "none"
                 *         }
                 *       ],
                 *       "meta": {
                 *         "resourceType": "Schema",
                 *         "location": "https://demo.mobieus.io/scim/v2/Schemas/urn:ietf:params:scim:schemas:core:2.0:Group"
                 *       }
                 *     }
                 */
                "application/scim+json": components["schemas"]["ScimSchema"];
            };
        };
        /** @description A page of what was found. */
        ScimSearchResponse: {
            headers: {
                "X-Request-Id": components["headers"]["RequestId"];
                "X-RateLimit-Limit": components["headers"]["RateLimitLimit"];
                "X-RateLimit-Remaining": components["headers"]["RateLimitRemaining"];
                "X-RateLimit-Reset": components["headers"]["RateLimitReset"];
                RateLimit: components["headers"]["RateLimit"];
                "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                [name: string]: unknown;
            };
            content: {
                /**
                 * @example {
                 *       "schemas": [
                 *         "urn:ietf:params:scim:api:messages:2.0:ListResponse"
                 *       ],
                 *       "totalResults": 1,
                 *       "startIndex": 1,
                 *       "itemsPerPage": 1,
                 *       "Resources": [
                 *         {
                 *           "schemas": [
                 *             "urn:ietf:params:scim:schemas:core:2.0:User"
                 *           ],
                 *           "id": "321",
                 *           "userName": "anna@example.com"
                 *         }
                 *       ]
                 *     }
                 */
                "application/scim+json": components["schemas"]["ScimSearchReply"];
            };
        };
        /** @description Something broke on our side; nothing was changed. */
        ScimServerError: {
            headers: {
                "X-Request-Id": components["headers"]["RequestId"];
                "X-RateLimit-Limit": components["headers"]["RateLimitLimit"];
                "X-RateLimit-Remaining": components["headers"]["RateLimitRemaining"];
                "X-RateLimit-Reset": components["headers"]["RateLimitReset"];
                RateLimit: components["headers"]["RateLimit"];
                "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                "Retry-After": components["headers"]["RetryAfter"];
                Link: components["headers"]["HelpLink"];
                [name: string]: unknown;
            };
            content: {
                /**
                 * @example {
                 *       "schemas": [
                 *         "urn:ietf:params:scim:api:messages:2.0:Error"
                 *       ],
                 *       "status": "404",
                 *       "detail": "There is no such resource."
                 *     }
                 */
                "application/scim+json": components["schemas"]["ScimError"];
            };
        };
        /** @description The token with its secret, which is not told again. */
        ScimTokenCreatedResponse: {
            headers: {
                Location: components["headers"]["Location"];
                "X-Request-Id": components["headers"]["RequestId"];
                "X-RateLimit-Limit": components["headers"]["RateLimitLimit"];
                "X-RateLimit-Remaining": components["headers"]["RateLimitRemaining"];
                "X-RateLimit-Reset": components["headers"]["RateLimitReset"];
                "Idempotency-Replayed": components["headers"]["IdempotencyReplayed"];
                [name: string]: unknown;
            };
            content: {
                /**
                 * @example {
                 *       "data": {
                 *         "id": 4,
                 *         "label": "Okta",
                 *         "prefix": "ms_scim_Zx3a",
                 *         "status": "active",
                 *         "created_by": {
                 *           "id": 9,
                 *           "username": "mod_alice"
                 *         },
                 *         "expires_at": "2999-05-27T09:00:00Z",
                 *         "revoked_at": null,
                 *         "rotated_at": null,
                 *         "previous_secret_expires_at": null,
                 *         "last_used_at": null,
                 *         "created_at": "2026-05-27T09:00:00Z",
                 *         "secret": "ms_scim_Zx3a0000000000000000000000000000000000000000"
                 *       },
                 *       "request_id": "req_01jw0wnp3a2e8r6f4k1v7c9d5b"
                 *     }
                 */
                "application/json": components["schemas"]["ScimTokenReply"];
            };
        };
        /** @description A page of tokens. */
        ScimTokenListResponse: {
            headers: {
                "X-Request-Id": components["headers"]["RequestId"];
                "X-RateLimit-Limit": components["headers"]["RateLimitLimit"];
                "X-RateLimit-Remaining": components["headers"]["RateLimitRemaining"];
                "X-RateLimit-Reset": components["headers"]["RateLimitReset"];
                [name: string]: unknown;
            };
            content: {
                /**
                 * @example {
                 *       "data": [
                 *         {
                 *           "id": 4,
                 *           "label": "Okta",
                 *           "prefix": "ms_scim_Zx3a",
                 *           "status": "active",
                 *           "created_by": {
                 *             "id": 9,
                 *             "username": "mod_alice"
                 *           },
                 *           "expires_at": null,
                 *           "revoked_at": null,
                 *           "rotated_at": null,
                 *           "previous_secret_expires_at": null,
                 *           "last_used_at": "2026-05-27T09:00:00Z",
                 *           "created_at": "2026-05-27T09:00:00Z"
                 *         }
                 *       ],
                 *       "next_cursor": null,
                 *       "total_count": 1,
                 *       "has_more": false,
                 *       "request_id": "req_01jw0wnp3a2e8r6f4k1v7c9d5b"
                 *     }
                 */
                "application/json": components["schemas"]["ScimTokenListReply"];
            };
        };
        /** @description The token. */
        ScimTokenResponse: {
            headers: {
                "X-Request-Id": components["headers"]["RequestId"];
                "X-RateLimit-Limit": components["headers"]["RateLimitLimit"];
                "X-RateLimit-Remaining": components["headers"]["RateLimitRemaining"];
                "X-RateLimit-Reset": components["headers"]["RateLimitReset"];
                "Idempotency-Replayed": components["headers"]["IdempotencyReplayed"];
                [name: string]: unknown;
            };
            content: {
                /**
                 * @example {
                 *       "data": {
                 *         "id": 4,
                 *         "label": "Okta",
                 *         "prefix": "ms_scim_Zx3a",
                 *         "status": "active",
                 *         "created_by": {
                 *           "id": 9,
                 *           "username": "mod_alice"
                 *         },
                 *         "expires_at": null,
                 *         "revoked_at": null,
                 *         "rotated_at": null,
                 *         "previous_secret_expires_at": null,
                 *         "last_used_at": "2026-05-27T09:00:00Z",
                 *         "created_at": "2026-05-27T09:00:00Z"
                 *       },
                 *       "request_id": "req_01jw0wnp3a2e8r6f4k1v7c9d5b"
                 *     }
                 */
                "application/json": components["schemas"]["ScimTokenReply"];
            };
        };
        /** @description The token with its new secret, which is not told again. */
        ScimTokenRotatedResponse: {
            headers: {
                "X-Request-Id": components["headers"]["RequestId"];
                "X-RateLimit-Limit": components["headers"]["RateLimitLimit"];
                "X-RateLimit-Remaining": components["headers"]["RateLimitRemaining"];
                "X-RateLimit-Reset": components["headers"]["RateLimitReset"];
                "Idempotency-Replayed": components["headers"]["IdempotencyReplayed"];
                [name: string]: unknown;
            };
            content: {
                /**
                 * @example {
                 *       "data": {
                 *         "id": 4,
                 *         "label": "Okta",
                 *         "prefix": "ms_scim_Zx3a",
                 *         "status": "active",
                 *         "created_by": {
                 *           "id": 9,
                 *           "username": "mod_alice"
                 *         },
                 *         "expires_at": "2999-05-27T09:00:00Z",
                 *         "revoked_at": null,
                 *         "rotated_at": null,
                 *         "previous_secret_expires_at": null,
                 *         "last_used_at": null,
                 *         "created_at": "2026-05-27T09:00:00Z",
                 *         "secret": "ms_scim_Zx3a0000000000000000000000000000000000000000"
                 *       },
                 *       "request_id": "req_01jw0wnp3a2e8r6f4k1v7c9d5b"
                 *     }
                 */
                "application/json": components["schemas"]["ScimTokenReply"];
            };
        };
        /** @description The user, as created. */
        ScimUserCreatedResponse: {
            headers: {
                Location: components["headers"]["Location"];
                ETag: components["headers"]["ETag"];
                "X-Request-Id": components["headers"]["RequestId"];
                "X-RateLimit-Limit": components["headers"]["RateLimitLimit"];
                "X-RateLimit-Remaining": components["headers"]["RateLimitRemaining"];
                "X-RateLimit-Reset": components["headers"]["RateLimitReset"];
                RateLimit: components["headers"]["RateLimit"];
                "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                [name: string]: unknown;
            };
            content: {
                "application/scim+json": components["schemas"]["ScimUser"];
            };
        };
        /** @description A page of users. */
        ScimUserListResponse: {
            headers: {
                "X-Request-Id": components["headers"]["RequestId"];
                "X-RateLimit-Limit": components["headers"]["RateLimitLimit"];
                "X-RateLimit-Remaining": components["headers"]["RateLimitRemaining"];
                "X-RateLimit-Reset": components["headers"]["RateLimitReset"];
                RateLimit: components["headers"]["RateLimit"];
                "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                [name: string]: unknown;
            };
            content: {
                "application/scim+json": components["schemas"]["ScimUserList"];
            };
        };
        /** @description The user. */
        ScimUserResponse: {
            headers: {
                ETag: components["headers"]["ETag"];
                "X-Request-Id": components["headers"]["RequestId"];
                "X-RateLimit-Limit": components["headers"]["RateLimitLimit"];
                "X-RateLimit-Remaining": components["headers"]["RateLimitRemaining"];
                "X-RateLimit-Reset": components["headers"]["RateLimitReset"];
                RateLimit: components["headers"]["RateLimit"];
                "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                [name: string]: unknown;
            };
            content: {
                "application/scim+json": components["schemas"]["ScimUser"];
            };
        };
        /** @description Something broke on our side; nothing was changed. */
        ServerError: {
            headers: {
                "X-Request-Id": components["headers"]["RequestId"];
                "X-RateLimit-Limit": components["headers"]["RateLimitLimit"];
                "X-RateLimit-Remaining": components["headers"]["RateLimitRemaining"];
                "X-RateLimit-Reset": components["headers"]["RateLimitReset"];
                RateLimit: components["headers"]["RateLimit"];
                "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                "Retry-After": components["headers"]["RetryAfter"];
                [name: string]: unknown;
            };
            content: {
                /**
                 * @example {
                 *       "error": {
                 *         "code": "unavailable",
                 *         "message": "The service cannot answer just now.",
                 *         "doc_url": "https://demo.mobieus.io/docs/errors/unavailable",
                 *         "request_id": "req_01jw0wnp3a2e8r6f4k1v7c9d5b"
                 *       },
                 *       "request_id": "req_01jw0wnp3a2e8r6f4k1v7c9d5b"
                 *     }
                 */
                "application/json": components["schemas"]["ErrorReply"];
                "application/problem+json": components["schemas"]["ProblemReply"];
            };
        };
        /** @description The session. */
        SessionResponse: {
            headers: {
                "X-Request-Id": components["headers"]["RequestId"];
                "X-RateLimit-Limit": components["headers"]["RateLimitLimit"];
                "X-RateLimit-Remaining": components["headers"]["RateLimitRemaining"];
                "X-RateLimit-Reset": components["headers"]["RateLimitReset"];
                [name: string]: unknown;
            };
            content: {
                /**
                 * @example {
                 *       "data": {
                 *         "id": 33,
                 *         "tenant": {
                 *           "slug": "demo",
                 *           "name": "Demo Community",
                 *           "plan": "pro",
                 *           "environment": "live"
                 *         },
                 *         "user": {
                 *           "id": 9,
                 *           "username": "mod_alice"
                 *         },
                 *         "role": 5,
                 *         "csrf_token": "2v7cXr0ZkT4aQmE9sYwB1uJdGfHnLpOi",
                 *         "created_at": "2026-05-29T08:00:00Z",
                 *         "expires_at": "2026-05-29T20:00:00Z"
                 *       },
                 *       "request_id": "req_01jw0wnp3a2e8r6f4k1v7c9d5b"
                 *     }
                 */
                "application/json": components["schemas"]["SessionReply"];
            };
        };
        /** @description The body is JSON, but not what the operation accepts, or the key was used with another body. */
        UnprocessableContent: {
            headers: {
                "X-Request-Id": components["headers"]["RequestId"];
                "X-RateLimit-Limit": components["headers"]["RateLimitLimit"];
                "X-RateLimit-Remaining": components["headers"]["RateLimitRemaining"];
                "X-RateLimit-Reset": components["headers"]["RateLimitReset"];
                RateLimit: components["headers"]["RateLimit"];
                "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["ErrorReply"];
                "application/problem+json": components["schemas"]["ProblemReply"];
            };
        };
        /** @description The settings of the help desk. */
        HelpSettingsResponse: {
            headers: {
                "X-Request-Id": components["headers"]["RequestId"];
                "X-RateLimit-Limit": components["headers"]["RateLimitLimit"];
                "X-RateLimit-Remaining": components["headers"]["RateLimitRemaining"];
                "X-RateLimit-Reset": components["headers"]["RateLimitReset"];
                "Idempotency-Replayed": components["headers"]["IdempotencyReplayed"];
                ETag: components["headers"]["ETag"];
                [name: string]: unknown;
            };
            content: {
                /**
                 * @example {
                 *       "data": {
                 *         "language": "english",
                 *         "reopen_days": 14,
                 *         "survey_hours": 24
                 *       },
                 *       "request_id": "req_01jw0wnp3a2e8r6f4k1v7c9d5b"
                 *     }
                 */
                "application/json": components["schemas"]["HelpSettingsReply"];
            };
        };
        /** @description The SLA plan. */
        SlaPlanResponse: {
            headers: {
                "X-Request-Id": components["headers"]["RequestId"];
                "X-RateLimit-Limit": components["headers"]["RateLimitLimit"];
                "X-RateLimit-Remaining": components["headers"]["RateLimitRemaining"];
                "X-RateLimit-Reset": components["headers"]["RateLimitReset"];
                RateLimit: components["headers"]["RateLimit"];
                "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                "Idempotency-Replayed": components["headers"]["IdempotencyReplayed"];
                [name: string]: unknown;
            };
            content: {
                /**
                 * @example {
                 *       "data": {
                 *         "id": 81,
                 *         "name": "Standard",
                 *         "calendar_id": 61,
                 *         "first_response_minutes": 240,
                 *         "resolution_minutes": 2400,
                 *         "priorities": [
                 *           {
                 *             "priority": "urgent",
                 *             "first_response_minutes": 60,
                 *             "resolution_minutes": 480
                 *           }
                 *         ],
                 *         "pause_on_statuses": [
                 *           "pending"
                 *         ],
                 *         "at_risk_percent": 80
                 *       },
                 *       "request_id": "req_01jw0wnp3a2e8r6f4k1v7c9d5b"
                 *     }
                 */
                "application/json": components["schemas"]["SlaPlanReply"];
            };
        };
        /** @description The SLA plan, as created. */
        SlaPlanCreatedResponse: {
            headers: {
                Location: components["headers"]["Location"];
                "X-Request-Id": components["headers"]["RequestId"];
                "X-RateLimit-Limit": components["headers"]["RateLimitLimit"];
                "X-RateLimit-Remaining": components["headers"]["RateLimitRemaining"];
                "X-RateLimit-Reset": components["headers"]["RateLimitReset"];
                RateLimit: components["headers"]["RateLimit"];
                "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                "Idempotency-Replayed": components["headers"]["IdempotencyReplayed"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["SlaPlanReply"];
            };
        };
        /** @description A page of SLA plans. */
        SlaPlanListResponse: {
            headers: {
                "X-Request-Id": components["headers"]["RequestId"];
                "X-RateLimit-Limit": components["headers"]["RateLimitLimit"];
                "X-RateLimit-Remaining": components["headers"]["RateLimitRemaining"];
                "X-RateLimit-Reset": components["headers"]["RateLimitReset"];
                RateLimit: components["headers"]["RateLimit"];
                "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                [name: string]: unknown;
            };
            content: {
                /**
                 * @example {
                 *       "data": [
                 *         {
                 *           "id": 81,
                 *           "name": "Standard",
                 *           "calendar_id": 61,
                 *           "first_response_minutes": 240,
                 *           "resolution_minutes": 2400,
                 *           "priorities": [
                 *             {
                 *               "priority": "urgent",
                 *               "first_response_minutes": 60,
                 *               "resolution_minutes": 480
                 *             }
                 *           ],
                 *           "pause_on_statuses": [
                 *             "pending"
                 *           ],
                 *           "at_risk_percent": 80
                 *         }
                 *       ],
                 *       "next_cursor": null,
                 *       "total_count": 1,
                 *       "has_more": false,
                 *       "request_id": "req_01jw0wnp3a2e8r6f4k1v7c9d5b"
                 *     }
                 */
                "application/json": components["schemas"]["SlaPlanListReply"];
            };
        };
        /** @description The ticket. */
        TicketResponse: {
            headers: {
                "X-Request-Id": components["headers"]["RequestId"];
                "X-RateLimit-Limit": components["headers"]["RateLimitLimit"];
                "X-RateLimit-Remaining": components["headers"]["RateLimitRemaining"];
                "X-RateLimit-Reset": components["headers"]["RateLimitReset"];
                RateLimit: components["headers"]["RateLimit"];
                "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                ETag: components["headers"]["ETag"];
                [name: string]: unknown;
            };
            content: {
                /**
                 * @example {
                 *       "data": {
                 *         "id": 1234,
                 *         "reference": "HD-001234",
                 *         "subject": "The refund has not come",
                 *         "status": "open",
                 *         "priority": "high",
                 *         "source": "api",
                 *         "queue": {
                 *           "id": 3,
                 *           "name": "Billing"
                 *         },
                 *         "help_topic_id": 41,
                 *         "assignee": {
                 *           "id": 21,
                 *           "name": "Moderator Alice"
                 *         },
                 *         "requester": {
                 *           "id": 71,
                 *           "name": "Ada",
                 *           "email": "ada@example.com"
                 *         },
                 *         "collaborators": [
                 *           {
                 *             "id": 73,
                 *             "name": "Eli",
                 *             "email": "eli@example.com"
                 *           }
                 *         ],
                 *         "tags": [
                 *           "urgent"
                 *         ],
                 *         "custom_fields": {
                 *           "invoice_number": "2026-0117"
                 *         },
                 *         "sla_state": "none",
                 *         "first_response_due_at": null,
                 *         "resolution_due_at": null,
                 *         "first_responded_at": "2026-05-29T12:06:00Z",
                 *         "resolved_at": null,
                 *         "closed_at": null,
                 *         "created_at": "2026-05-29T12:00:00Z",
                 *         "updated_at": "2026-05-29T12:06:00Z",
                 *         "satisfaction": {
                 *           "rating": "good",
                 *           "comment": null,
                 *           "rated_at": "2026-05-29T12:06:00Z"
                 *         },
                 *         "snoozed_until": null,
                 *         "merged_into": null,
                 *         "links": []
                 *       },
                 *       "request_id": "req_01jw0wnp3a2e8r6f4k1v7c9d5b"
                 *     }
                 */
                "application/json": components["schemas"]["TicketReply"];
            };
        };
        /** @description The ticket, as it is now. */
        TicketChangedResponse: {
            headers: {
                "X-Request-Id": components["headers"]["RequestId"];
                "X-RateLimit-Limit": components["headers"]["RateLimitLimit"];
                "X-RateLimit-Remaining": components["headers"]["RateLimitRemaining"];
                "X-RateLimit-Reset": components["headers"]["RateLimitReset"];
                RateLimit: components["headers"]["RateLimit"];
                "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                "Idempotency-Replayed": components["headers"]["IdempotencyReplayed"];
                ETag: components["headers"]["ETag"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["TicketReply"];
            };
        };
        /** @description The ticket, as opened. */
        TicketCreatedResponse: {
            headers: {
                Location: components["headers"]["Location"];
                "X-Request-Id": components["headers"]["RequestId"];
                "X-RateLimit-Limit": components["headers"]["RateLimitLimit"];
                "X-RateLimit-Remaining": components["headers"]["RateLimitRemaining"];
                "X-RateLimit-Reset": components["headers"]["RateLimitReset"];
                RateLimit: components["headers"]["RateLimit"];
                "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                "Idempotency-Replayed": components["headers"]["IdempotencyReplayed"];
                ETag: components["headers"]["ETag"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["TicketReply"];
            };
        };
        /** @description A page of tickets that have changed. */
        TicketExportResponse: {
            headers: {
                "X-Request-Id": components["headers"]["RequestId"];
                "X-RateLimit-Limit": components["headers"]["RateLimitLimit"];
                "X-RateLimit-Remaining": components["headers"]["RateLimitRemaining"];
                "X-RateLimit-Reset": components["headers"]["RateLimitReset"];
                RateLimit: components["headers"]["RateLimit"];
                "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                [name: string]: unknown;
            };
            content: {
                /**
                 * @example {
                 *       "data": [
                 *         {
                 *           "id": 1234,
                 *           "reference": "HD-001234",
                 *           "kind": "ticket",
                 *           "ticket": {
                 *             "id": 1234,
                 *             "reference": "HD-001234",
                 *             "subject": "The refund has not come",
                 *             "status": "open",
                 *             "priority": "high",
                 *             "source": "api",
                 *             "queue": {
                 *               "id": 3,
                 *               "name": "Billing"
                 *             },
                 *             "help_topic_id": 41,
                 *             "assignee": {
                 *               "id": 21,
                 *               "name": "Moderator Alice"
                 *             },
                 *             "requester": {
                 *               "id": 71,
                 *               "name": "Ada",
                 *               "email": "ada@example.com"
                 *             },
                 *             "collaborators": [
                 *               {
                 *                 "id": 73,
                 *                 "name": "Eli",
                 *                 "email": "eli@example.com"
                 *               }
                 *             ],
                 *             "tags": [
                 *               "urgent"
                 *             ],
                 *             "custom_fields": {
                 *               "invoice_number": "2026-0117"
                 *             },
                 *             "sla_state": "none",
                 *             "first_response_due_at": null,
                 *             "resolution_due_at": null,
                 *             "first_responded_at": "2026-05-29T12:06:00Z",
                 *             "resolved_at": null,
                 *             "closed_at": null,
                 *             "created_at": "2026-05-29T12:00:00Z",
                 *             "updated_at": "2026-05-29T12:06:00Z",
                 *             "satisfaction": {
                 *               "rating": "good",
                 *               "comment": null,
                 *               "rated_at": "2026-05-29T12:06:00Z"
                 *             },
                 *             "snoozed_until": null,
                 *             "merged_into": null,
                 *             "links": []
                 *           },
                 *           "merged_into": null
                 *         },
                 *         {
                 *           "id": 1231,
                 *           "reference": "HD-001231",
                 *           "kind": "merged",
                 *           "ticket": null,
                 *           "merged_into": {
                 *             "id": 1230,
                 *             "reference": "HD-001230"
                 *           }
                 *         }
                 *       ],
                 *       "next_cursor": "cur_AAAAAAAAAAJ1m0Yx7vT2kq9w",
                 *       "total_count": 2,
                 *       "has_more": false,
                 *       "request_id": "req_01jw0wnp3a2e8r6f4k1v7c9d5b"
                 *     }
                 */
                "application/json": components["schemas"]["TicketExportReply"];
            };
        };
        /** @description A page of tickets. */
        TicketListResponse: {
            headers: {
                "X-Request-Id": components["headers"]["RequestId"];
                "X-RateLimit-Limit": components["headers"]["RateLimitLimit"];
                "X-RateLimit-Remaining": components["headers"]["RateLimitRemaining"];
                "X-RateLimit-Reset": components["headers"]["RateLimitReset"];
                RateLimit: components["headers"]["RateLimit"];
                "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["TicketListReply"];
            };
        };
        /** @description The message, as written. */
        TicketMessageCreatedResponse: {
            headers: {
                "X-Request-Id": components["headers"]["RequestId"];
                "X-RateLimit-Limit": components["headers"]["RateLimitLimit"];
                "X-RateLimit-Remaining": components["headers"]["RateLimitRemaining"];
                "X-RateLimit-Reset": components["headers"]["RateLimitReset"];
                RateLimit: components["headers"]["RateLimit"];
                "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                "Idempotency-Replayed": components["headers"]["IdempotencyReplayed"];
                [name: string]: unknown;
            };
            content: {
                /**
                 * @example {
                 *       "data": {
                 *         "id": 9001,
                 *         "kind": "reply",
                 *         "author": {
                 *           "kind": "requester",
                 *           "id": 71,
                 *           "name": "Ada"
                 *         },
                 *         "body": "It was due two weeks ago.",
                 *         "change": null,
                 *         "delivery": null,
                 *         "attachments": [],
                 *         "created_at": "2026-05-29T12:00:00Z"
                 *       },
                 *       "request_id": "req_01jw0wnp3a2e8r6f4k1v7c9d5b"
                 *     }
                 */
                "application/json": components["schemas"]["TicketMessageReply"];
            };
        };
        /** @description The whole mail. */
        MailSourceResponse: {
            headers: {
                "X-Request-Id": components["headers"]["RequestId"];
                "X-RateLimit-Limit": components["headers"]["RateLimitLimit"];
                "X-RateLimit-Remaining": components["headers"]["RateLimitRemaining"];
                "X-RateLimit-Reset": components["headers"]["RateLimitReset"];
                RateLimit: components["headers"]["RateLimit"];
                "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                "Accept-Ranges": components["headers"]["AcceptRanges"];
                "Content-Disposition": components["headers"]["ContentDisposition"];
                ETag: components["headers"]["ETag"];
                [name: string]: unknown;
            };
            content: {
                "message/rfc822": components["schemas"]["FileBytes"];
            };
        };
        /** @description The range that was asked for. */
        MailSourcePartResponse: {
            headers: {
                "X-Request-Id": components["headers"]["RequestId"];
                "X-RateLimit-Limit": components["headers"]["RateLimitLimit"];
                "X-RateLimit-Remaining": components["headers"]["RateLimitRemaining"];
                "X-RateLimit-Reset": components["headers"]["RateLimitReset"];
                RateLimit: components["headers"]["RateLimit"];
                "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                "Accept-Ranges": components["headers"]["AcceptRanges"];
                "Content-Disposition": components["headers"]["ContentDisposition"];
                ETag: components["headers"]["ETag"];
                "Content-Range": components["headers"]["ContentRange"];
                [name: string]: unknown;
            };
            content: {
                "message/rfc822": components["schemas"]["FileBytes"];
            };
        };
        /** @description The file is in quarantine. */
        TicketUploadResponse: {
            headers: {
                "X-Request-Id": components["headers"]["RequestId"];
                "X-RateLimit-Limit": components["headers"]["RateLimitLimit"];
                "X-RateLimit-Remaining": components["headers"]["RateLimitRemaining"];
                "X-RateLimit-Reset": components["headers"]["RateLimitReset"];
                RateLimit: components["headers"]["RateLimit"];
                "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                "Idempotency-Replayed": components["headers"]["IdempotencyReplayed"];
                [name: string]: unknown;
            };
            content: {
                /**
                 * @example {
                 *       "data": {
                 *         "id": 9102,
                 *         "status": "quarantined",
                 *         "name": "invoice.txt",
                 *         "mime_type": "text/plain",
                 *         "size_bytes": 34,
                 *         "created_at": "2026-05-29T12:00:00Z",
                 *         "expires_at": "2026-05-30T12:00:00Z"
                 *       },
                 *       "request_id": "req_01jw0wnp3a2e8r6f4k1v7c9d5b"
                 *     }
                 */
                "application/json": components["schemas"]["TicketUploadReply"];
            };
        };
        /** @description The HTML of the message. */
        TicketMessageHtmlResponse: {
            headers: {
                "X-Request-Id": components["headers"]["RequestId"];
                "X-RateLimit-Limit": components["headers"]["RateLimitLimit"];
                "X-RateLimit-Remaining": components["headers"]["RateLimitRemaining"];
                "X-RateLimit-Reset": components["headers"]["RateLimitReset"];
                RateLimit: components["headers"]["RateLimit"];
                "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                [name: string]: unknown;
            };
            content: {
                /**
                 * @example {
                 *       "data": {
                 *         "html": "<p>It was due two weeks ago.</p>",
                 *         "has_remote_images": false
                 *       },
                 *       "request_id": "req_01jw0wnp3a2e8r6f4k1v7c9d5b"
                 *     }
                 */
                "application/json": components["schemas"]["TicketMessageHtmlReply"];
            };
        };
        /** @description A page of messages. */
        TicketMessageListResponse: {
            headers: {
                "X-Request-Id": components["headers"]["RequestId"];
                "X-RateLimit-Limit": components["headers"]["RateLimitLimit"];
                "X-RateLimit-Remaining": components["headers"]["RateLimitRemaining"];
                "X-RateLimit-Reset": components["headers"]["RateLimitReset"];
                RateLimit: components["headers"]["RateLimit"];
                "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                [name: string]: unknown;
            };
            content: {
                /**
                 * @example {
                 *       "data": [
                 *         {
                 *           "id": 9001,
                 *           "kind": "reply",
                 *           "author": {
                 *             "kind": "requester",
                 *             "id": 71,
                 *             "name": "Ada"
                 *           },
                 *           "body": "It was due two weeks ago.",
                 *           "change": null,
                 *           "delivery": null,
                 *           "created_at": "2026-05-29T12:00:00Z",
                 *           "attachments": [
                 *             {
                 *               "id": 9101,
                 *               "name": "invoice.txt",
                 *               "mime_type": "text/plain",
                 *               "size_bytes": 36,
                 *               "content_id": null,
                 *               "status": "approved",
                 *               "url": "/api/v1/helpdesk/attachments/9101"
                 *             }
                 *           ]
                 *         }
                 *       ],
                 *       "next_cursor": null,
                 *       "total_count": 1,
                 *       "has_more": false,
                 *       "request_id": "req_01jw0wnp3a2e8r6f4k1v7c9d5b"
                 *     }
                 */
                "application/json": components["schemas"]["TicketMessageListReply"];
            };
        };
        /** @description The user. */
        UserResponse: {
            headers: {
                "X-Request-Id": components["headers"]["RequestId"];
                "X-RateLimit-Limit": components["headers"]["RateLimitLimit"];
                "X-RateLimit-Remaining": components["headers"]["RateLimitRemaining"];
                "X-RateLimit-Reset": components["headers"]["RateLimitReset"];
                RateLimit: components["headers"]["RateLimit"];
                "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                "Idempotency-Replayed": components["headers"]["IdempotencyReplayed"];
                [name: string]: unknown;
            };
            content: {
                /**
                 * @example {
                 *       "data": {
                 *         "id": 312,
                 *         "username": "retroseller",
                 *         "display_name": "Retro Seller",
                 *         "role": 2,
                 *         "avatar_url": "https://cdn.example.com/avatars/312.png",
                 *         "joined_at": "2026-01-14T10:00:00Z",
                 *         "last_active_at": "2026-05-29T13:42:11Z",
                 *         "post_count": 118,
                 *         "deletion_scheduled_at": null,
                 *         "suspended_until": null
                 *       },
                 *       "request_id": "req_01jw0wnp3a2e8r6f4k1v7c9d5b"
                 *     }
                 */
                "application/json": components["schemas"]["UserReply"];
            };
        };
        /** @description The user, as registered. */
        UserCreatedResponse: {
            headers: {
                Location: components["headers"]["Location"];
                "X-Request-Id": components["headers"]["RequestId"];
                "X-RateLimit-Limit": components["headers"]["RateLimitLimit"];
                "X-RateLimit-Remaining": components["headers"]["RateLimitRemaining"];
                "X-RateLimit-Reset": components["headers"]["RateLimitReset"];
                RateLimit: components["headers"]["RateLimit"];
                "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                "Idempotency-Replayed": components["headers"]["IdempotencyReplayed"];
                [name: string]: unknown;
            };
            content: {
                /**
                 * @example {
                 *       "data": {
                 *         "id": 312,
                 *         "username": "retroseller",
                 *         "display_name": "Retro Seller",
                 *         "role": 2,
                 *         "avatar_url": "https://cdn.example.com/avatars/312.png",
                 *         "joined_at": "2026-01-14T10:00:00Z",
                 *         "last_active_at": "2026-05-29T13:42:11Z",
                 *         "post_count": 118,
                 *         "deletion_scheduled_at": null,
                 *         "suspended_until": null
                 *       },
                 *       "request_id": "req_01jw0wnp3a2e8r6f4k1v7c9d5b"
                 *     }
                 */
                "application/json": components["schemas"]["UserReply"];
            };
        };
        /** @description A page of users. */
        UserListResponse: {
            headers: {
                "X-Request-Id": components["headers"]["RequestId"];
                "X-RateLimit-Limit": components["headers"]["RateLimitLimit"];
                "X-RateLimit-Remaining": components["headers"]["RateLimitRemaining"];
                "X-RateLimit-Reset": components["headers"]["RateLimitReset"];
                RateLimit: components["headers"]["RateLimit"];
                "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                [name: string]: unknown;
            };
            content: {
                /**
                 * @example {
                 *       "data": [
                 *         {
                 *           "id": 312,
                 *           "username": "retroseller",
                 *           "display_name": "Retro Seller",
                 *           "role": 2,
                 *           "avatar_url": "https://cdn.example.com/avatars/312.png",
                 *           "joined_at": "2026-01-14T10:00:00Z",
                 *           "last_active_at": "2026-05-29T13:42:11Z",
                 *           "post_count": 118,
                 *           "deletion_scheduled_at": null,
                 *           "suspended_until": null
                 *         }
                 *       ],
                 *       "next_cursor": null,
                 *       "total_count": 1,
                 *       "has_more": false,
                 *       "request_id": "req_01jw0wnp3a2e8r6f4k1v7c9d5b"
                 *     }
                 */
                "application/json": components["schemas"]["UserListReply"];
            };
        };
        /** @description The endpoint. */
        WebhookResponse: {
            headers: {
                "X-Request-Id": components["headers"]["RequestId"];
                "X-RateLimit-Limit": components["headers"]["RateLimitLimit"];
                "X-RateLimit-Remaining": components["headers"]["RateLimitRemaining"];
                "X-RateLimit-Reset": components["headers"]["RateLimitReset"];
                RateLimit: components["headers"]["RateLimit"];
                "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                "Idempotency-Replayed": components["headers"]["IdempotencyReplayed"];
                [name: string]: unknown;
            };
            content: {
                /**
                 * @example {
                 *       "data": {
                 *         "id": 17,
                 *         "url": "https://hooks.example.com/mobieus",
                 *         "description": "Mirror of the forum",
                 *         "subscribed_events": [
                 *           "*"
                 *         ],
                 *         "status": "active",
                 *         "environment": "live",
                 *         "consecutive_failures": 0,
                 *         "failing_since": null,
                 *         "disabled_reason": null,
                 *         "secret_fingerprint": "5f2c8a7be0d94b1c93a6f1d7c4e85b20a6d3f9817c5be2049d1af36e78c0b542",
                 *         "previous_secret_expires_at": null,
                 *         "created_at": "2026-05-28T09:00:00Z",
                 *         "last_success_at": "2026-05-29T13:42:12Z"
                 *       },
                 *       "request_id": "req_01jw0wnp3a2e8r6f4k1v7c9d5b"
                 *     }
                 */
                "application/json": components["schemas"]["WebhookReply"];
            };
        };
        /** @description The endpoint, and the only sight of its secret. */
        WebhookCreatedResponse: {
            headers: {
                Location: components["headers"]["Location"];
                "X-Request-Id": components["headers"]["RequestId"];
                "X-RateLimit-Limit": components["headers"]["RateLimitLimit"];
                "X-RateLimit-Remaining": components["headers"]["RateLimitRemaining"];
                "X-RateLimit-Reset": components["headers"]["RateLimitReset"];
                RateLimit: components["headers"]["RateLimit"];
                "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                "Idempotency-Replayed": components["headers"]["IdempotencyReplayed"];
                [name: string]: unknown;
            };
            content: {
                /**
                 * @example {
                 *       "data": {
                 *         "id": 17,
                 *         "url": "https://hooks.example.com/mobieus",
                 *         "description": "Mirror of the forum",
                 *         "subscribed_events": [
                 *           "*"
                 *         ],
                 *         "status": "active",
                 *         "environment": "live",
                 *         "consecutive_failures": 0,
                 *         "failing_since": null,
                 *         "disabled_reason": null,
                 *         "secret_fingerprint": "5f2c8a7be0d94b1c93a6f1d7c4e85b20a6d3f9817c5be2049d1af36e78c0b542",
                 *         "previous_secret_expires_at": null,
                 *         "created_at": "2026-05-28T09:00:00Z",
                 *         "last_success_at": "2026-05-29T13:42:12Z",
                 *         "signing_secret": "whsec_4rGq1yVnT0bKx8ZsUoW2eJc7LmDfHaPiQk5NtYv9B3M="
                 *       },
                 *       "request_id": "req_01jw0wnp3a2e8r6f4k1v7c9d5b"
                 *     }
                 */
                "application/json": components["schemas"]["WebhookSecretReply"];
            };
        };
        /** @description The delivery. */
        WebhookDeliveryResponse: {
            headers: {
                "X-Request-Id": components["headers"]["RequestId"];
                "X-RateLimit-Limit": components["headers"]["RateLimitLimit"];
                "X-RateLimit-Remaining": components["headers"]["RateLimitRemaining"];
                "X-RateLimit-Reset": components["headers"]["RateLimitReset"];
                RateLimit: components["headers"]["RateLimit"];
                "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                [name: string]: unknown;
            };
            content: {
                /**
                 * @example {
                 *       "data": {
                 *         "id": 90210,
                 *         "webhook_id": 17,
                 *         "event_id": "evt_01jw0wnp3a2e8r6f4k1v7c9d5b",
                 *         "event_type": "post.created",
                 *         "status": "succeeded",
                 *         "attempt_count": 1,
                 *         "next_attempt_at": null,
                 *         "created_at": "2026-05-29T13:42:11Z",
                 *         "completed_at": "2026-05-29T13:42:12Z",
                 *         "replay_of": null,
                 *         "event": {
                 *           "id": "evt_01jw0wnp3a2e8r6f4k1v7c9d5b",
                 *           "type": "post.created",
                 *           "created_at": "2026-05-29T13:42:11.812Z",
                 *           "data": {
                 *             "post_id": 4502,
                 *             "thread_id": 118,
                 *             "forum_slug": "atari-2600",
                 *             "parent_post_id": 4501,
                 *             "author": {
                 *               "id": 7,
                 *               "username": "pixel_pia"
                 *             }
                 *           }
                 *         },
                 *         "attempts": [
                 *           {
                 *             "number": 1,
                 *             "started_at": "2026-05-29T13:42:11Z",
                 *             "status_code": 200,
                 *             "latency_ms": 83,
                 *             "error": null,
                 *             "response_body": "ok"
                 *           }
                 *         ]
                 *       },
                 *       "request_id": "req_01jw0wnp3a2e8r6f4k1v7c9d5b"
                 *     }
                 */
                "application/json": components["schemas"]["WebhookDeliveryDetailReply"];
            };
        };
        /** @description A page of deliveries. */
        WebhookDeliveryListResponse: {
            headers: {
                "X-Request-Id": components["headers"]["RequestId"];
                "X-RateLimit-Limit": components["headers"]["RateLimitLimit"];
                "X-RateLimit-Remaining": components["headers"]["RateLimitRemaining"];
                "X-RateLimit-Reset": components["headers"]["RateLimitReset"];
                RateLimit: components["headers"]["RateLimit"];
                "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                [name: string]: unknown;
            };
            content: {
                /**
                 * @example {
                 *       "data": [
                 *         {
                 *           "id": 90210,
                 *           "webhook_id": 17,
                 *           "event_id": "evt_01jw0wnp3a2e8r6f4k1v7c9d5b",
                 *           "event_type": "post.created",
                 *           "status": "succeeded",
                 *           "attempt_count": 1,
                 *           "next_attempt_at": null,
                 *           "created_at": "2026-05-29T13:42:11Z",
                 *           "completed_at": "2026-05-29T13:42:12Z",
                 *           "replay_of": null
                 *         }
                 *       ],
                 *       "next_cursor": null,
                 *       "total_count": 1,
                 *       "has_more": false,
                 *       "request_id": "req_01jw0wnp3a2e8r6f4k1v7c9d5b"
                 *     }
                 */
                "application/json": components["schemas"]["WebhookDeliveryListReply"];
            };
        };
        /** @description The delivery, about to be made. */
        WebhookDeliveryQueuedResponse: {
            headers: {
                "X-Request-Id": components["headers"]["RequestId"];
                "X-RateLimit-Limit": components["headers"]["RateLimitLimit"];
                "X-RateLimit-Remaining": components["headers"]["RateLimitRemaining"];
                "X-RateLimit-Reset": components["headers"]["RateLimitReset"];
                RateLimit: components["headers"]["RateLimit"];
                "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                "Idempotency-Replayed": components["headers"]["IdempotencyReplayed"];
                [name: string]: unknown;
            };
            content: {
                /**
                 * @example {
                 *       "data": {
                 *         "id": 90211,
                 *         "webhook_id": 17,
                 *         "event_id": "evt_01jw0wnp3a2e8r6f4k1v7c9d5b",
                 *         "event_type": "post.created",
                 *         "status": "pending",
                 *         "attempt_count": 0,
                 *         "next_attempt_at": "2026-05-29T13:42:11Z",
                 *         "created_at": "2026-05-29T13:42:11Z",
                 *         "completed_at": null,
                 *         "replay_of": 90210
                 *       },
                 *       "request_id": "req_01jw0wnp3a2e8r6f4k1v7c9d5b"
                 *     }
                 */
                "application/json": components["schemas"]["WebhookDeliveryReply"];
            };
        };
        /** @description The endpoint, and what waits to be replayed. */
        WebhookEnabledResponse: {
            headers: {
                "X-Request-Id": components["headers"]["RequestId"];
                "X-RateLimit-Limit": components["headers"]["RateLimitLimit"];
                "X-RateLimit-Remaining": components["headers"]["RateLimitRemaining"];
                "X-RateLimit-Reset": components["headers"]["RateLimitReset"];
                RateLimit: components["headers"]["RateLimit"];
                "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                "Idempotency-Replayed": components["headers"]["IdempotencyReplayed"];
                [name: string]: unknown;
            };
            content: {
                /**
                 * @example {
                 *       "data": {
                 *         "id": 17,
                 *         "url": "https://hooks.example.com/mobieus",
                 *         "description": "Mirror of the forum",
                 *         "subscribed_events": [
                 *           "*"
                 *         ],
                 *         "status": "active",
                 *         "environment": "live",
                 *         "consecutive_failures": 0,
                 *         "failing_since": null,
                 *         "disabled_reason": null,
                 *         "secret_fingerprint": "5f2c8a7be0d94b1c93a6f1d7c4e85b20a6d3f9817c5be2049d1af36e78c0b542",
                 *         "previous_secret_expires_at": null,
                 *         "created_at": "2026-05-28T09:00:00Z",
                 *         "last_success_at": "2026-05-29T13:42:12Z",
                 *         "waiting": {
                 *           "events": 214,
                 *           "replay": {
                 *             "since": "2026-05-29T13:42:12Z",
                 *             "until": "2026-05-30T08:00:00Z",
                 *             "undelivered": true
                 *           }
                 *         }
                 *       },
                 *       "request_id": "req_01jw0wnp3a2e8r6f4k1v7c9d5b"
                 *     }
                 */
                "application/json": components["schemas"]["WebhookEnabledReply"];
            };
        };
        /** @description A page of endpoints. */
        WebhookListResponse: {
            headers: {
                "X-Request-Id": components["headers"]["RequestId"];
                "X-RateLimit-Limit": components["headers"]["RateLimitLimit"];
                "X-RateLimit-Remaining": components["headers"]["RateLimitRemaining"];
                "X-RateLimit-Reset": components["headers"]["RateLimitReset"];
                RateLimit: components["headers"]["RateLimit"];
                "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                [name: string]: unknown;
            };
            content: {
                /**
                 * @example {
                 *       "data": [
                 *         {
                 *           "id": 17,
                 *           "url": "https://hooks.example.com/mobieus",
                 *           "description": "Mirror of the forum",
                 *           "subscribed_events": [
                 *             "*"
                 *           ],
                 *           "status": "active",
                 *           "environment": "live",
                 *           "consecutive_failures": 0,
                 *           "failing_since": null,
                 *           "disabled_reason": null,
                 *           "secret_fingerprint": "5f2c8a7be0d94b1c93a6f1d7c4e85b20a6d3f9817c5be2049d1af36e78c0b542",
                 *           "previous_secret_expires_at": null,
                 *           "created_at": "2026-05-28T09:00:00Z",
                 *           "last_success_at": "2026-05-29T13:42:12Z"
                 *         }
                 *       ],
                 *       "next_cursor": null,
                 *       "total_count": 1,
                 *       "has_more": false,
                 *       "request_id": "req_01jw0wnp3a2e8r6f4k1v7c9d5b"
                 *     }
                 */
                "application/json": components["schemas"]["WebhookListReply"];
            };
        };
        /** @description How much is about to be delivered. */
        WebhookReplayResponse: {
            headers: {
                "X-Request-Id": components["headers"]["RequestId"];
                "X-RateLimit-Limit": components["headers"]["RateLimitLimit"];
                "X-RateLimit-Remaining": components["headers"]["RateLimitRemaining"];
                "X-RateLimit-Reset": components["headers"]["RateLimitReset"];
                RateLimit: components["headers"]["RateLimit"];
                "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                "Idempotency-Replayed": components["headers"]["IdempotencyReplayed"];
                [name: string]: unknown;
            };
            content: {
                /**
                 * @example {
                 *       "data": {
                 *         "queued": 2,
                 *         "has_more": false,
                 *         "next_since": null
                 *       },
                 *       "request_id": "req_01jw0wnp3a2e8r6f4k1v7c9d5b"
                 *     }
                 */
                "application/json": components["schemas"]["WebhookReplayReply"];
            };
        };
        /** @description The endpoint, and the only sight of its new secret. */
        WebhookSecretResponse: {
            headers: {
                "X-Request-Id": components["headers"]["RequestId"];
                "X-RateLimit-Limit": components["headers"]["RateLimitLimit"];
                "X-RateLimit-Remaining": components["headers"]["RateLimitRemaining"];
                "X-RateLimit-Reset": components["headers"]["RateLimitReset"];
                RateLimit: components["headers"]["RateLimit"];
                "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                "Idempotency-Replayed": components["headers"]["IdempotencyReplayed"];
                [name: string]: unknown;
            };
            content: {
                /**
                 * @example {
                 *       "data": {
                 *         "id": 17,
                 *         "url": "https://hooks.example.com/mobieus",
                 *         "description": "Mirror of the forum",
                 *         "subscribed_events": [
                 *           "*"
                 *         ],
                 *         "status": "active",
                 *         "environment": "live",
                 *         "consecutive_failures": 0,
                 *         "failing_since": null,
                 *         "disabled_reason": null,
                 *         "secret_fingerprint": "5f2c8a7be0d94b1c93a6f1d7c4e85b20a6d3f9817c5be2049d1af36e78c0b542",
                 *         "previous_secret_expires_at": null,
                 *         "created_at": "2026-05-28T09:00:00Z",
                 *         "last_success_at": "2026-05-29T13:42:12Z",
                 *         "signing_secret": "whsec_4rGq1yVnT0bKx8ZsUoW2eJc7LmDfHaPiQk5NtYv9B3M="
                 *       },
                 *       "request_id": "req_01jw0wnp3a2e8r6f4k1v7c9d5b"
                 *     }
                 */
                "application/json": components["schemas"]["WebhookSecretReply"];
            };
        };
    };
    parameters: {
        /**
         * @description The API key's id.
         * @example 5
         */
        ApiKeyId: components["schemas"]["Id"];
        /**
         * @description `true` for those that are archived; otherwise those that are not.
         * @example true
         */
        Archived: boolean;
        /**
         * @description The bulk update's id.
         * @example 91
         */
        BulkUpdateId: components["schemas"]["Id"];
        /**
         * @description The canned response's id.
         * @example 51
         */
        CannedResponseId: components["schemas"]["Id"];
        /** @description The `next_cursor` of the page before; leave it out for the first page. */
        Cursor: string;
        /**
         * @description The e-mail account's id.
         * @example 81
         */
        EmailAccountId: components["schemas"]["Id"];
        /**
         * @description The comment's id.
         * @example 8501
         */
        KnowCommentId: components["schemas"]["Id"];
        /**
         * @description The page's slug, or a former one.
         * @example getting-started
         */
        KnowPageSlug: components["schemas"]["KnowPageName"];
        /**
         * @description The revision's id.
         * @example 8102
         */
        KnowRevisionId: components["schemas"]["Id"];
        /**
         * @description The id of the deleted page.
         * @example 84
         */
        PurgedKnowPageId: components["schemas"]["Id"];
        /**
         * @description Attributes to answer, separated by commas, in place of the usual ones.
         * @example userName,emails.value
         */
        ScimAttributes: string;
        /**
         * @description The most resources of a page; below 0 means 0, above 200 means 200.
         * @example 50
         */
        ScimCount: number;
        /**
         * @description The `nextCursor` or `previousCursor` of a page (RFC 9865); empty for the first one.
         * @example
         */
        ScimCursor: string;
        /**
         * @description Attributes to leave out, separated by commas.
         * @example groups
         */
        ScimExcludedAttributes: string;
        /**
         * @description A filter (RFC 7644, 3.4.2.2); a longer one goes into a search.
         * @example userName eq "anna@example.com"
         */
        ScimFilter: string;
        /**
         * @description Discovery takes none.
         * @example
         */
        ScimForbiddenFilter: string;
        /**
         * @description Attributes to answer, separated by commas, in place of the usual ones.
         * @example displayName,externalId
         */
        ScimGroupAttributes: string;
        /**
         * @description Attributes to leave out, separated by commas.
         * @example members
         */
        ScimGroupExcludedAttributes: string;
        /**
         * @description A filter (RFC 7644, 3.4.2.2); a longer one goes into a search.
         * @example displayName eq "Gardeners"
         */
        ScimGroupFilter: string;
        /**
         * @description The group's id.
         * @example 331
         */
        ScimGroupId: string;
        /**
         * @description The attribute to sort by; by `members` nothing is sorted.
         * @example displayName
         */
        ScimGroupSortBy: string;
        /**
         * @description The `ETag` of the version that is meant; `412` when the resource has changed since.
         * @example *
         */
        ScimIfMatch: string;
        /**
         * @description The `ETag` of the copy that is there already; `304` when it is still the resource.
         * @example W/"0"
         */
        ScimIfNoneMatch: string;
        /**
         * @description The member's id.
         * @example 323
         */
        ScimMemberId: components["schemas"]["Id"];
        /**
         * @description The provisioning request's id.
         * @example 71
         */
        ScimRequestId: components["schemas"]["Id"];
        /**
         * @description The resource type's name.
         * @example User
         */
        ScimResourceTypeName: string;
        /**
         * @description The schema's URN.
         * @example urn:ietf:params:scim:schemas:core:2.0:User
         */
        ScimSchemaUrn: string;
        /**
         * @description The attribute to sort by; of several values the primary one counts, or else the first.
         * @example name.familyName
         */
        ScimSortBy: string;
        /**
         * @description Ascending unless it says `descending`.
         * @example descending
         */
        ScimSortOrder: components["schemas"]["ScimSortOrderInput"];
        /**
         * @description The place of the first resource of the page, from 1; below 1 means 1.
         * @example 1
         */
        ScimStartIndex: number;
        /**
         * @description The token's id.
         * @example 4
         */
        ScimTokenId: components["schemas"]["Id"];
        /**
         * @description The user's id.
         * @example 321
         */
        ScimUserId: string;
        /**
         * @description The id of a comment that is resolved.
         * @example 8502
         */
        ResolvedKnowCommentId: components["schemas"]["Id"];
        /**
         * @description The id of an account that is not the default.
         * @example 82
         */
        SpareEmailAccountId: components["schemas"]["Id"];
        /**
         * @description The mail's id.
         * @example 9301
         */
        OutgoingEmailId: components["schemas"]["Id"];
        /**
         * @description The id of a mail that waits to be sent.
         * @example 9302
         */
        WaitingOutgoingEmailId: components["schemas"]["Id"];
        /**
         * @description The id of a queue that nothing names.
         * @example 4
         */
        EmptyHelpQueueId: components["schemas"]["Id"];
        /**
         * @description The file area's id.
         * @example 17
         */
        FileAreaId: components["schemas"]["Id"];
        /**
         * @description The area's slug.
         * @example manuals
         */
        FileAreaSlug: components["schemas"]["Slug"];
        /**
         * @description The file's id.
         * @example 77
         */
        FileId: components["schemas"]["Id"];
        /**
         * @description The forum's id.
         * @example 12
         */
        ForumId: components["schemas"]["Id"];
        /**
         * @description The forum's slug.
         * @example atari-2600
         */
        ForumSlug: components["schemas"]["Slug"];
        /**
         * @description The agent's id.
         * @example 21
         */
        HelpAgentId: components["schemas"]["Id"];
        /**
         * @description The calendar's id.
         * @example 61
         */
        HelpCalendarId: components["schemas"]["Id"];
        /**
         * @description The queue's id.
         * @example 3
         */
        HelpQueueId: components["schemas"]["Id"];
        /**
         * @description The rule's id.
         * @example 81
         */
        HelpRuleId: components["schemas"]["Id"];
        /**
         * @description The tag's id.
         * @example 31
         */
        HelpTagId: components["schemas"]["Id"];
        /**
         * @description The topic's id.
         * @example 41
         */
        HelpTopicId: components["schemas"]["Id"];
        /**
         * @description 1 to 255 visible ASCII characters of your choice, such as a UUID. The same key on the same
         *     path within 24 hours never has a second effect.
         * @example create-post-abc123
         */
        IdempotencyKey: string;
        /**
         * @description The id of an agent who is not active.
         * @example 22
         */
        InactiveHelpAgentId: components["schemas"]["Id"];
        /**
         * @description The id of the member who is leaving.
         * @example 8
         */
        LeavingUserId: components["schemas"]["Id"];
        /**
         * @description How many rows a page holds.
         * @example 2
         */
        Limit: number;
        /**
         * @description How many rows a page holds; here more than elsewhere.
         * @example 2
         */
        Limit200: number;
        /**
         * @description How many rows a page holds.
         * @example 2
         */
        Limit25: number;
        /**
         * @description The listing category's id.
         * @example 6
         */
        ListingCategoryId: components["schemas"]["Id"];
        /**
         * @description The listing's id.
         * @example 42
         */
        ListingId: components["schemas"]["Id"];
        /**
         * @description The id or reference of a ticket that is linked.
         * @example 1232
         */
        LinkedTicketId: components["schemas"]["TicketKey"];
        /**
         * @description The id or reference of a ticket that was merged within the hour.
         * @example 1231
         */
        MergedTicketId: components["schemas"]["TicketKey"];
        /**
         * @description The id of a revision that is pending.
         * @example 8103
         */
        PendingKnowRevisionId: components["schemas"]["Id"];
        /**
         * @description The pending listing's id.
         * @example 43
         */
        PendingListingId: components["schemas"]["Id"];
        /**
         * @description The post's id.
         * @example 4501
         */
        PostId: components["schemas"]["Id"];
        /**
         * @description The id of the removed file.
         * @example 78
         */
        RemovedFileId: components["schemas"]["Id"];
        /**
         * @description The id of the removed listing.
         * @example 45
         */
        RemovedListingId: components["schemas"]["Id"];
        /**
         * @description The id of the removed post.
         * @example 4503
         */
        RemovedPostId: components["schemas"]["Id"];
        /**
         * @description The report's id.
         * @example 62
         */
        ReportId: components["schemas"]["Id"];
        /**
         * @description The SLA plan's id.
         * @example 81
         */
        SlaPlanId: components["schemas"]["Id"];
        /**
         * @description The message's id.
         * @example 9001
         */
        TicketMessageId: components["schemas"]["Id"];
        /**
         * @description The attachment's id.
         * @example 9101
         */
        TicketAttachmentId: components["schemas"]["Id"];
        /**
         * @description The ticket's id, or its reference.
         * @example 1234
         */
        TicketId: components["schemas"]["TicketKey"];
        /**
         * @description The id of the deleted page.
         * @example 83
         */
        TrashedKnowPageId: components["schemas"]["Id"];
        /**
         * @description The id of a topic that no ticket is about.
         * @example 42
         */
        UnusedHelpTopicId: components["schemas"]["Id"];
        /**
         * @description The id of a calendar that no SLA plan counts in.
         * @example 62
         */
        UnusedHelpCalendarId: components["schemas"]["Id"];
        /**
         * @description The id of an SLA plan that no queue has.
         * @example 82
         */
        UnusedSlaPlanId: components["schemas"]["Id"];
        /**
         * @description The user's id.
         * @example 312
         */
        UserId: components["schemas"]["Id"];
        /**
         * @description The delivery's id.
         * @example 90210
         */
        WebhookDeliveryId: components["schemas"]["DeliveryId"];
        /**
         * @description The endpoint's id.
         * @example 17
         */
        WebhookId: components["schemas"]["Id"];
    };
    requestBodies: {
        AiIntentBody: {
            content: {
                /**
                 * @example {
                 *       "intent": "explain refund policy"
                 *     }
                 */
                "application/json": components["schemas"]["AiIntent"];
            };
        };
        AiQuestionBody: {
            content: {
                /**
                 * @example {
                 *       "question": "Who opened ticket 1234?"
                 *     }
                 */
                "application/json": components["schemas"]["AiQuestion"];
            };
        };
        AiSettingsUpdateBody: {
            content: {
                "application/json": components["schemas"]["AiSettingsUpdate"];
            };
        };
        AiTicketBody: {
            content: {
                /**
                 * @example {
                 *       "ticket_id": 1234
                 *     }
                 */
                "application/json": components["schemas"]["AiTicket"];
            };
        };
        ApiKeyCreateBody: {
            content: {
                "application/json": components["schemas"]["ApiKeyCreate"];
            };
        };
        ApiKeyRotateBody: {
            content: {
                /**
                 * @example {
                 *       "grace_hours": 48
                 *     }
                 */
                "application/json": components["schemas"]["ApiKeyRotate"];
            };
        };
        ApiKeyUpdateBody: {
            content: {
                /**
                 * @example {
                 *       "label": "Nightly export",
                 *       "requests_per_minute": 600
                 *     }
                 */
                "application/json": components["schemas"]["ApiKeyUpdate"];
            };
        };
        CannedResponseCreateBody: {
            content: {
                "application/json": components["schemas"]["CannedResponseCreate"];
            };
        };
        CannedResponsePreviewBody: {
            content: {
                /**
                 * @example {
                 *       "ticket_id": 1234
                 *     }
                 */
                "application/json": components["schemas"]["CannedPreviewAsk"];
            };
        };
        CannedResponseUpdateBody: {
            content: {
                /**
                 * @example {
                 *       "title": "Refund on its way",
                 *       "queue_id": 4,
                 *       "sort_order": 50
                 *     }
                 */
                "application/json": components["schemas"]["CannedResponseUpdate"];
            };
        };
        ContentRestoreBody: {
            content: {
                /**
                 * @example {
                 *       "reason": "It was the original.",
                 *       "actor_id": 9
                 *     }
                 */
                "application/json": components["schemas"]["ContentRestore"];
            };
        };
        BulkUpdateCreateBody: {
            content: {
                "application/json": components["schemas"]["BulkUpdateCreate"];
            };
        };
        EmailAccountCreateBody: {
            content: {
                /**
                 * @example {
                 *       "address": "help@retro.example",
                 *       "name": "Retro help"
                 *     }
                 */
                "application/json": components["schemas"]["EmailAccountCreate"];
            };
        };
        EmailAccountSecretRotateBody: {
            content: {
                /**
                 * @example {
                 *       "grace_hours": 48
                 *     }
                 */
                "application/json": components["schemas"]["WebhookSecretRotate"];
            };
        };
        EmailAccountUpdateBody: {
            content: {
                "application/json": components["schemas"]["EmailAccountUpdate"];
            };
        };
        FileAreaCreateBody: {
            content: {
                "application/json": components["schemas"]["FileAreaCreate"];
            };
        };
        FileAreaOrderBody: {
            content: {
                /**
                 * @example {
                 *       "ids": [
                 *         18,
                 *         17
                 *       ]
                 *     }
                 */
                "application/json": components["schemas"]["PlaceOrder"];
            };
        };
        FileAreaUpdateBody: {
            content: {
                /**
                 * @example {
                 *       "name": "Manuals and schematics",
                 *       "programs_allowed": false
                 *     }
                 */
                "application/json": components["schemas"]["FileAreaUpdate"];
            };
        };
        FileCreateBody: {
            content: {
                /**
                 * @example {
                 *       "file": "Twelve capacitors, sorted by value.",
                 *       "title": "Capacitor list of the light sixer",
                 *       "description": "From the 1978 kit.",
                 *       "area_slug": "manuals",
                 *       "uploader_id": 312
                 *     }
                 */
                "multipart/form-data": components["schemas"]["FileCreate"];
            };
        };
        FileDeleteBody: {
            content: {
                /**
                 * @example {
                 *       "reason": "Out of date",
                 *       "actor_id": 312
                 *     }
                 */
                "application/json": components["schemas"]["FileDelete"];
            };
        };
        ForumOrderBody: {
            content: {
                /**
                 * @example {
                 *       "ids": [
                 *         13,
                 *         12
                 *       ]
                 *     }
                 */
                "application/json": components["schemas"]["PlaceOrder"];
            };
        };
        HelpAgentCreateBody: {
            content: {
                "application/json": components["schemas"]["HelpAgentCreate"];
            };
        };
        HelpAgentUpdateBody: {
            content: {
                "application/json": components["schemas"]["HelpAgentUpdate"];
            };
        };
        HelpCalendarCreateBody: {
            content: {
                "application/json": components["schemas"]["HelpCalendarCreate"];
            };
        };
        HelpCalendarUpdateBody: {
            content: {
                /**
                 * @example {
                 *       "name": "Berlin office",
                 *       "holidays": [
                 *         {
                 *           "date": "2026-12-25",
                 *           "name": "Christmas"
                 *         },
                 *         {
                 *           "date": "2026-12-26",
                 *           "name": "Boxing Day"
                 *         }
                 *       ]
                 *     }
                 */
                "application/json": components["schemas"]["HelpCalendarUpdate"];
            };
        };
        HelpQueueCreateBody: {
            content: {
                "application/json": components["schemas"]["HelpQueueCreate"];
            };
        };
        HelpQueueUpdateBody: {
            content: {
                /**
                 * @example {
                 *       "name": "Billing and refunds",
                 *       "assignment_policy": "fewest_open",
                 *       "sla_plan_id": 81,
                 *       "is_default": true
                 *     }
                 */
                "application/json": components["schemas"]["HelpQueueUpdate"];
            };
        };
        HelpRuleCreateBody: {
            content: {
                "application/json": components["schemas"]["HelpRuleCreate"];
            };
        };
        HelpRuleUpdateBody: {
            content: {
                /**
                 * @example {
                 *       "name": "Refunds are high",
                 *       "actions": [
                 *         {
                 *           "type": "set_priority",
                 *           "priority": "high"
                 *         },
                 *         {
                 *           "type": "assign_agent",
                 *           "agent_id": 21
                 *         }
                 *       ],
                 *       "is_active": false
                 *     }
                 */
                "application/json": components["schemas"]["HelpRuleUpdate"];
            };
        };
        HelpSettingsUpdateBody: {
            content: {
                "application/json": components["schemas"]["HelpSettingsUpdate"];
            };
        };
        HelpTagCreateBody: {
            content: {
                "application/json": components["schemas"]["HelpTagCreate"];
            };
        };
        HelpTagUpdateBody: {
            content: {
                /**
                 * @example {
                 *       "name": "Very urgent",
                 *       "color": "#b42318"
                 *     }
                 */
                "application/json": components["schemas"]["HelpTagUpdate"];
            };
        };
        HelpTopicCreateBody: {
            content: {
                "application/json": components["schemas"]["HelpTopicCreate"];
            };
        };
        HelpTopicUpdateBody: {
            content: {
                /**
                 * @example {
                 *       "name": "Invoices",
                 *       "queue_id": 4,
                 *       "default_priority": "normal",
                 *       "is_active": false
                 *     }
                 */
                "application/json": components["schemas"]["HelpTopicUpdate"];
            };
        };
        InboundEmailBody: {
            content: {
                "application/json": components["schemas"]["InboundEmail"];
                "message/rfc822": string;
            };
        };
        KnowActorBody: {
            content: {
                /**
                 * @example {
                 *       "actor_id": 9
                 *     }
                 */
                "application/json": components["schemas"]["KnowActor"];
            };
        };
        KnowCommentCreateBody: {
            content: {
                "application/json": components["schemas"]["KnowCommentCreate"];
            };
        };
        KnowCommentUpdateBody: {
            content: {
                /**
                 * @example {
                 *       "body": "Which of the two ports?",
                 *       "actor_id": 312
                 *     }
                 */
                "application/json": components["schemas"]["KnowCommentUpdate"];
            };
        };
        KnowPageCreateBody: {
            content: {
                "application/json": components["schemas"]["KnowPageCreate"];
            };
        };
        KnowPageUpdateBody: {
            content: {
                "application/json": components["schemas"]["KnowPageUpdate"];
            };
        };
        KnowReviewSetBody: {
            content: {
                "application/json": components["schemas"]["KnowReviewSet"];
            };
        };
        KnowRevisionApproveBody: {
            content: {
                "application/json": components["schemas"]["KnowRevisionApprove"];
            };
        };
        KnowRevisionProposeBody: {
            content: {
                "application/json": components["schemas"]["KnowRevisionPropose"];
            };
        };
        KnowRevisionRejectBody: {
            content: {
                /**
                 * @example {
                 *       "reason": "The right port is for the second player.",
                 *       "actor_id": 9
                 *     }
                 */
                "application/json": components["schemas"]["KnowRevisionReject"];
            };
        };
        KnowVoteBody: {
            content: {
                "application/json": components["schemas"]["KnowVoteInput"];
            };
        };
        /** @description The form that a route of Mailgun's forwards. */
        MailgunEmailBody: {
            content: {
                /** @example sender=ada%40example.com&from=Ada%20%3Cada%40example.com%3E&subject=The%20parcel%20is%20empty&body-plain=There%20was%20only%20paper.&message-headers=%5B%5B%22Message-Id%22%2C%22%3Cparcel-3%40example.com%3E%22%5D%5D */
                "*/*": components["schemas"]["RelayedEmail"];
            };
        };
        /** @description The JSON of Postmark's inbound webhook. */
        PostmarkEmailBody: {
            content: {
                /** @example {"FromFull":{"Email":"ada@example.com","Name":"Ada"},"Subject":"The parcel is empty","TextBody":"There was only paper.","Headers":[{"Name":"Message-ID","Value":"<parcel-4@example.com>"}]} */
                "*/*": components["schemas"]["RelayedEmail"];
            };
        };
        ScimBulkBody: {
            content: {
                /**
                 * @example {
                 *       "schemas": [
                 *         "urn:ietf:params:scim:api:messages:2.0:BulkRequest"
                 *       ],
                 *       "failOnErrors": 1,
                 *       "Operations": [
                 *         {
                 *           "method": "POST",
                 *           "path": "/Groups",
                 *           "bulkId": "florists",
                 *           "data": {
                 *             "displayName": "Florists",
                 *             "members": [
                 *               {
                 *                 "value": "bulkId:eve"
                 *               }
                 *             ]
                 *           }
                 *         },
                 *         {
                 *           "method": "POST",
                 *           "path": "/Users",
                 *           "bulkId": "eve",
                 *           "data": {
                 *             "userName": "eve@example.com",
                 *             "name": {
                 *               "givenName": "Eve",
                 *               "familyName": "Roth"
                 *             }
                 *           }
                 *         }
                 *       ]
                 *     }
                 */
                "application/json": components["schemas"]["ScimBulkRequest"];
                /**
                 * @example {
                 *       "schemas": [
                 *         "urn:ietf:params:scim:api:messages:2.0:BulkRequest"
                 *       ],
                 *       "failOnErrors": 1,
                 *       "Operations": [
                 *         {
                 *           "method": "POST",
                 *           "path": "/Groups",
                 *           "bulkId": "florists",
                 *           "data": {
                 *             "displayName": "Florists",
                 *             "members": [
                 *               {
                 *                 "value": "bulkId:eve"
                 *               }
                 *             ]
                 *           }
                 *         },
                 *         {
                 *           "method": "POST",
                 *           "path": "/Users",
                 *           "bulkId": "eve",
                 *           "data": {
                 *             "userName": "eve@example.com",
                 *             "name": {
                 *               "givenName": "Eve",
                 *               "familyName": "Roth"
                 *             }
                 *           }
                 *         }
                 *       ]
                 *     }
                 */
                "application/scim+json": components["schemas"]["ScimBulkRequest"];
            };
        };
        /**
         * @description A group as the provider has it: `displayName` is required, names of attributes are in any letter case.
         *     Attributes that there are none of are ignored.
         */
        ScimGroupBody: {
            content: {
                /**
                 * @example {
                 *       "schemas": [
                 *         "urn:ietf:params:scim:schemas:core:2.0:Group"
                 *       ],
                 *       "externalId": "00g2bees",
                 *       "displayName": "Beekeepers",
                 *       "members": [
                 *         {
                 *           "value": "321"
                 *         }
                 *       ]
                 *     }
                 */
                "application/json": components["schemas"]["ScimResource"];
                /**
                 * @example {
                 *       "schemas": [
                 *         "urn:ietf:params:scim:schemas:core:2.0:Group"
                 *       ],
                 *       "externalId": "00g2bees",
                 *       "displayName": "Beekeepers",
                 *       "members": [
                 *         {
                 *           "value": "321"
                 *         }
                 *       ]
                 *     }
                 */
                "application/scim+json": components["schemas"]["ScimResource"];
            };
        };
        ScimGroupPatchBody: {
            content: {
                /**
                 * @example {
                 *       "schemas": [
                 *         "urn:ietf:params:scim:api:messages:2.0:PatchOp"
                 *       ],
                 *       "Operations": [
                 *         {
                 *           "op": "add",
                 *           "path": "members",
                 *           "value": [
                 *             {
                 *               "value": "321"
                 *             }
                 *           ]
                 *         }
                 *       ]
                 *     }
                 */
                "application/json": components["schemas"]["ScimPatch"];
                /**
                 * @example {
                 *       "schemas": [
                 *         "urn:ietf:params:scim:api:messages:2.0:PatchOp"
                 *       ],
                 *       "Operations": [
                 *         {
                 *           "op": "add",
                 *           "path": "members",
                 *           "value": [
                 *             {
                 *               "value": "321"
                 *             }
                 *           ]
                 *         }
                 *       ]
                 *     }
                 */
                "application/scim+json": components["schemas"]["ScimPatch"];
            };
        };
        ScimGroupSearchBody: {
            content: {
                /**
                 * @example {
                 *       "schemas": [
                 *         "urn:ietf:params:scim:api:messages:2.0:SearchRequest"
                 *       ],
                 *       "filter": "members.value eq \"321\"",
                 *       "excludedAttributes": [
                 *         "members"
                 *       ]
                 *     }
                 */
                "application/json": components["schemas"]["ScimSearchRequest"];
                /**
                 * @example {
                 *       "schemas": [
                 *         "urn:ietf:params:scim:api:messages:2.0:SearchRequest"
                 *       ],
                 *       "filter": "members.value eq \"321\"",
                 *       "excludedAttributes": [
                 *         "members"
                 *       ]
                 *     }
                 */
                "application/scim+json": components["schemas"]["ScimSearchRequest"];
            };
        };
        ScimMemberAdoptBody: {
            content: {
                /**
                 * @example {
                 *       "user_id": 324,
                 *       "user_name": "cleo@example.com",
                 *       "external_id": "00u7cleo"
                 *     }
                 */
                "application/json": components["schemas"]["ScimMemberAdopt"];
            };
        };
        ScimPatchBody: {
            content: {
                /**
                 * @example {
                 *       "schemas": [
                 *         "urn:ietf:params:scim:api:messages:2.0:PatchOp"
                 *       ],
                 *       "Operations": [
                 *         {
                 *           "op": "replace",
                 *           "path": "title",
                 *           "value": "Head of Gardens"
                 *         },
                 *         {
                 *           "op": "add",
                 *           "path": "emails[type eq \"work\"].value",
                 *           "value": "anna@example.com"
                 *         }
                 *       ]
                 *     }
                 */
                "application/json": components["schemas"]["ScimPatch"];
                /**
                 * @example {
                 *       "schemas": [
                 *         "urn:ietf:params:scim:api:messages:2.0:PatchOp"
                 *       ],
                 *       "Operations": [
                 *         {
                 *           "op": "replace",
                 *           "path": "title",
                 *           "value": "Head of Gardens"
                 *         },
                 *         {
                 *           "op": "add",
                 *           "path": "emails[type eq \"work\"].value",
                 *           "value": "anna@example.com"
                 *         }
                 *       ]
                 *     }
                 */
                "application/scim+json": components["schemas"]["ScimPatch"];
            };
        };
        ScimSearchBody: {
            content: {
                /**
                 * @example {
                 *       "schemas": [
                 *         "urn:ietf:params:scim:api:messages:2.0:SearchRequest"
                 *       ],
                 *       "filter": "userName eq \"anna@example.com\"",
                 *       "attributes": [
                 *         "userName"
                 *       ],
                 *       "count": 10
                 *     }
                 */
                "application/json": components["schemas"]["ScimSearchRequest"];
                /**
                 * @example {
                 *       "schemas": [
                 *         "urn:ietf:params:scim:api:messages:2.0:SearchRequest"
                 *       ],
                 *       "filter": "userName eq \"anna@example.com\"",
                 *       "attributes": [
                 *         "userName"
                 *       ],
                 *       "count": 10
                 *     }
                 */
                "application/scim+json": components["schemas"]["ScimSearchRequest"];
            };
        };
        ScimTokenCreateBody: {
            content: {
                /**
                 * @example {
                 *       "label": "Okta",
                 *       "expires_at": "2999-05-27T09:00:00Z"
                 *     }
                 */
                "application/json": components["schemas"]["ScimTokenCreate"];
            };
        };
        ScimTokenRotateBody: {
            content: {
                /**
                 * @example {
                 *       "grace_hours": 2
                 *     }
                 */
                "application/json": components["schemas"]["ScimTokenRotate"];
            };
        };
        /**
         * @description A user as the provider has it: `userName` is required, names of attributes are in any letter case. Attributes
         *     that there are none of are ignored.
         */
        ScimUserBody: {
            content: {
                /**
                 * @example {
                 *       "schemas": [
                 *         "urn:ietf:params:scim:schemas:core:2.0:User"
                 *       ],
                 *       "userName": "ben@example.com",
                 *       "externalId": "00u2ben",
                 *       "name": {
                 *         "givenName": "Ben",
                 *         "familyName": "Okafor"
                 *       },
                 *       "emails": [
                 *         {
                 *           "value": "ben@example.com",
                 *           "type": "work",
                 *           "primary": true
                 *         }
                 *       ],
                 *       "active": true
                 *     }
                 */
                "application/json": components["schemas"]["ScimResource"];
                /**
                 * @example {
                 *       "schemas": [
                 *         "urn:ietf:params:scim:schemas:core:2.0:User"
                 *       ],
                 *       "userName": "ben@example.com",
                 *       "externalId": "00u2ben",
                 *       "name": {
                 *         "givenName": "Ben",
                 *         "familyName": "Okafor"
                 *       },
                 *       "emails": [
                 *         {
                 *           "value": "ben@example.com",
                 *           "type": "work",
                 *           "primary": true
                 *         }
                 *       ],
                 *       "active": true
                 *     }
                 */
                "application/scim+json": components["schemas"]["ScimResource"];
            };
        };
        /** @description The form of SendGrid's Inbound Parse. */
        SendgridEmailBody: {
            content: {
                /** @example from=Ada%20%3Cada%40example.com%3E&subject=The%20parcel%20is%20empty&text=There%20was%20only%20paper.&headers=Message-ID%3A%20%3Cparcel-5%40example.com%3E%0A */
                "*/*": components["schemas"]["RelayedEmail"];
            };
        };
        ListingCategoryOrderBody: {
            content: {
                /**
                 * @example {
                 *       "ids": [
                 *         9,
                 *         6
                 *       ]
                 *     }
                 */
                "application/json": components["schemas"]["PlaceOrder"];
            };
        };
        ListingCreateBody: {
            content: {
                "application/json": components["schemas"]["ListingCreate"];
            };
        };
        ListingPublishBody: {
            content: {
                /**
                 * @example {
                 *       "actor_id": 312
                 *     }
                 */
                "application/json": components["schemas"]["ListingPublish"];
            };
        };
        ListingSellBody: {
            content: {
                /**
                 * @example {
                 *       "quantity": 1,
                 *       "actor_id": 312
                 *     }
                 */
                "application/json": components["schemas"]["ListingSell"];
            };
        };
        ListingUpdateBody: {
            content: {
                /**
                 * @example {
                 *       "title": "Heavy sixer, serviced and boxed",
                 *       "price_cents": 11900,
                 *       "category_id": 6,
                 *       "location": {
                 *         "country": "DE",
                 *         "region": "Brandenburg",
                 *         "city": "Potsdam"
                 *       },
                 *       "actor_id": 312
                 *     }
                 */
                "application/json": components["schemas"]["ListingUpdate"];
            };
        };
        ListingWithdrawBody: {
            content: {
                /**
                 * @example {
                 *       "reason": "The photos are of another machine.",
                 *       "actor_id": 9
                 *     }
                 */
                "application/json": components["schemas"]["ListingWithdraw"];
            };
        };
        ModerationActionCreateBody: {
            content: {
                "application/json": components["schemas"]["ModerationActionCreate"];
            };
        };
        PlaceCreateBody: {
            content: {
                "application/json": components["schemas"]["PlaceCreate"];
            };
        };
        PlaceUpdateBody: {
            content: {
                /**
                 * @example {
                 *       "name": "Vectrex and Milton Bradley",
                 *       "description": "All that came with a screen of its own."
                 *     }
                 */
                "application/json": components["schemas"]["PlaceUpdate"];
            };
        };
        NotificationPrefSetBody: {
            content: {
                "application/json": components["schemas"]["NotificationPrefSet"];
            };
        };
        PostCreateBody: {
            content: {
                "application/json": components["schemas"]["PostCreate"];
            };
        };
        PostDeleteBody: {
            content: {
                /**
                 * @example {
                 *       "reason": "spam",
                 *       "actor_id": 9
                 *     }
                 */
                "application/json": components["schemas"]["PostDelete"];
            };
        };
        PostUpdateBody: {
            content: {
                /**
                 * @example {
                 *       "title": "Which capacitor kit for a light sixer? (solved)",
                 *       "body": "Solved: all of them, from the 1978 kit.",
                 *       "actor_id": 312
                 *     }
                 */
                "application/json": components["schemas"]["PostUpdate"];
            };
        };
        ReportCreateBody: {
            content: {
                "application/json": components["schemas"]["ReportCreate"];
            };
        };
        ReportDismissBody: {
            content: {
                /**
                 * @example {
                 *       "note": "The photos are fine.",
                 *       "actor_id": 9
                 *     }
                 */
                "application/json": components["schemas"]["ReportDismiss"];
            };
        };
        ReportResolveBody: {
            content: {
                "application/json": components["schemas"]["ReportResolve"];
            };
        };
        SlaPlanCreateBody: {
            content: {
                "application/json": components["schemas"]["SlaPlanCreate"];
            };
        };
        SlaPlanUpdateBody: {
            content: {
                /**
                 * @example {
                 *       "resolution_minutes": 1440,
                 *       "pause_on_statuses": [
                 *         "pending"
                 *       ]
                 *     }
                 */
                "application/json": components["schemas"]["SlaPlanUpdate"];
            };
        };
        TicketCreateBody: {
            content: {
                "application/json": components["schemas"]["TicketCreate"];
            };
        };
        TicketLinkBody: {
            content: {
                /**
                 * @example {
                 *       "ticket_id": 1230
                 *     }
                 */
                "application/json": components["schemas"]["TicketLinkCreate"];
            };
        };
        TicketMergeBody: {
            content: {
                /**
                 * @example {
                 *       "into_id": 1230
                 *     }
                 */
                "application/json": components["schemas"]["TicketMerge"];
            };
        };
        TicketSplitBody: {
            content: {
                /**
                 * @example {
                 *       "message_ids": [
                 *         9002
                 *       ],
                 *       "subject": "The invoice is wrong"
                 *     }
                 */
                "application/json": components["schemas"]["TicketSplit"];
            };
        };
        TicketUnlinkBody: {
            content: {
                /**
                 * @example {
                 *       "ticket_id": 1230
                 *     }
                 */
                "application/json": components["schemas"]["TicketUnlink"];
            };
        };
        TicketUnmergeBody: {
            content: {
                /**
                 * @example {
                 *       "agent_id": 21
                 *     }
                 */
                "application/json": components["schemas"]["TicketUnmerge"];
            };
        };
        TicketUploadBody: {
            content: {
                /**
                 * @example {
                 *       "file": "Invoice 2026-0117, two weeks late."
                 *     }
                 */
                "multipart/form-data": components["schemas"]["TicketUploadCreate"];
            };
        };
        TicketReplyBody: {
            content: {
                "application/json": components["schemas"]["TicketReplyInput"];
            };
        };
        TicketStatusBody: {
            content: {
                "application/json": components["schemas"]["TicketStatusSet"];
            };
        };
        TicketUpdateBody: {
            content: {
                "application/json": components["schemas"]["TicketUpdate"];
            };
        };
        UserCreateBody: {
            content: {
                /**
                 * @example {
                 *       "username": "joystick_jo",
                 *       "email": "jo@example.com",
                 *       "display_name": "Jo Stick",
                 *       "email_verified": false
                 *     }
                 */
                "application/json": components["schemas"]["UserCreate"];
            };
        };
        UserUpdateBody: {
            content: {
                /**
                 * @example {
                 *       "display_name": "Retro Seller",
                 *       "avatar_url": "https://cdn.example.com/avatars/312.png"
                 *     }
                 */
                "application/json": components["schemas"]["UserUpdate"];
            };
        };
        WebhookCreateBody: {
            content: {
                "application/json": components["schemas"]["WebhookCreate"];
            };
        };
        WebhookReplayBody: {
            content: {
                "application/json": components["schemas"]["WebhookReplay"];
            };
        };
        WebhookSecretRotateBody: {
            content: {
                /**
                 * @example {
                 *       "grace_hours": 48
                 *     }
                 */
                "application/json": components["schemas"]["WebhookSecretRotate"];
            };
        };
        WebhookUpdateBody: {
            content: {
                /**
                 * @example {
                 *       "url": "https://hooks.example.com/mobieus/v2",
                 *       "description": "Mirror of the forum, second version",
                 *       "subscribed_events": [
                 *         "post.created",
                 *         "post.deleted"
                 *       ]
                 *     }
                 */
                "application/json": components["schemas"]["WebhookUpdate"];
            };
        };
    };
    headers: {
        /** @description Ranges are given in bytes. */
        AcceptRanges: "bytes";
        /** @description An attachment, with the file's name as in RFC 6266. */
        ContentDisposition: string;
        /**
         * @description Which bytes these are, and of how many.
         * @example bytes 0-1023/1048576
         */
        ContentRange: string;
        /** @description Another one for other bytes. */
        ETag: string;
        /**
         * @description The page of the failure's code, with `rel="help"`.
         * @example <https://demo.mobieus.io/docs/errors/not_found>; rel="help"
         */
        HelpLink: string;
        /** @description `true` when this is the stored answer of an earlier call with the same `Idempotency-Key`. */
        IdempotencyReplayed: "true";
        /** @description The path of what was created. */
        Location: string;
        /**
         * @description Requests left and seconds until they are renewed, as in the IETF draft; left out without a limit.
         * @example "default";r=119;t=42
         */
        RateLimit: string;
        /**
         * @description Requests a minute that the key may make; 0 means unlimited.
         * @example 120
         */
        RateLimitLimit: number;
        /**
         * @description The limit and its window in seconds, as in the IETF draft (draft-ietf-httpapi-ratelimit-headers).
         *     Without a limit it is `"unlimited"`, with the largest quota that can be said and no window.
         * @example "default";q=120;w=60
         */
        RateLimitPolicy: string;
        /**
         * @description Requests left in this window; left out without a limit.
         * @example 119
         */
        RateLimitRemaining: number;
        /**
         * @description When the window ends, in Unix seconds.
         * @example 1780000060
         */
        RateLimitReset: number;
        /** @description The id of this request, the same as `request_id` in the body. */
        RequestId: components["schemas"]["RequestId"];
        /**
         * @description Seconds to wait before trying again.
         * @example 42
         */
        RetryAfter: number;
    };
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    listEvents: {
        parameters: {
            query?: {
                /**
                 * @description Only events of this type; given several times, of these types.
                 * @example [
                 *       "post.created",
                 *       "post.edited"
                 *     ]
                 */
                type?: components["schemas"]["EventTypeInput"][];
                /**
                 * @description Only events created at or after this time.
                 * @example 2026-05-28T00:00:00Z
                 */
                since?: string;
                /**
                 * @description Only events created before this time.
                 * @example 2099-01-01T00:00:00Z
                 */
                until?: string;
                /**
                 * @description Newest first (`desc`), or oldest first (`asc`) to follow the log.
                 * @example asc
                 */
                order?: components["schemas"]["NewestFirst"];
                /** @description The `next_cursor` of the page before; leave it out for the first page. */
                cursor?: components["parameters"]["Cursor"];
                /**
                 * @description How many rows a page holds.
                 * @example 2
                 */
                limit?: components["parameters"]["Limit"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["EventListResponse"];
            "4XX": components["responses"]["ClientError"];
            "5XX": components["responses"]["ServerError"];
            default: components["responses"]["Failure"];
        };
    };
    listFileAreas: {
        parameters: {
            query?: {
                /**
                 * @description `true` for those that are archived; otherwise those that are not.
                 * @example true
                 */
                archived?: components["parameters"]["Archived"];
                /** @description The `next_cursor` of the page before; leave it out for the first page. */
                cursor?: components["parameters"]["Cursor"];
                /**
                 * @description How many rows a page holds.
                 * @example 2
                 */
                limit?: components["parameters"]["Limit"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["FileAreaListResponse"];
            "4XX": components["responses"]["ClientError"];
            "5XX": components["responses"]["ServerError"];
            default: components["responses"]["Failure"];
        };
    };
    getFileArea: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The area's slug.
                 * @example manuals
                 */
                slug: components["parameters"]["FileAreaSlug"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["FileAreaResponse"];
            404: components["responses"]["NotFound"];
            "4XX": components["responses"]["ClientError"];
            "5XX": components["responses"]["ServerError"];
            default: components["responses"]["Failure"];
        };
    };
    listFiles: {
        parameters: {
            query?: {
                /**
                 * @description Only files of this area.
                 * @example manuals
                 */
                area_slug?: components["schemas"]["Slug"];
                /**
                 * @description Only files of this member.
                 * @example 312
                 */
                uploader_id?: components["schemas"]["Id"];
                /** @description The `next_cursor` of the page before; leave it out for the first page. */
                cursor?: components["parameters"]["Cursor"];
                /**
                 * @description How many rows a page holds.
                 * @example 2
                 */
                limit?: components["parameters"]["Limit25"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["FileListResponse"];
            "4XX": components["responses"]["ClientError"];
            "5XX": components["responses"]["ServerError"];
            default: components["responses"]["Failure"];
        };
    };
    createFile: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description 1 to 255 visible ASCII characters of your choice, such as a UUID. The same key on the same
                 *     path within 24 hours never has a second effect.
                 * @example create-post-abc123
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: components["requestBodies"]["FileCreateBody"];
        responses: {
            202: components["responses"]["FileReceivedResponse"];
            409: components["responses"]["Conflict"];
            422: components["responses"]["UnprocessableContent"];
            "4XX": components["responses"]["ClientError"];
            "5XX": components["responses"]["ServerError"];
            default: components["responses"]["Failure"];
        };
    };
    getFile: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The file's id.
                 * @example 77
                 */
                id: components["parameters"]["FileId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["FileResponse"];
            404: components["responses"]["NotFound"];
            "4XX": components["responses"]["ClientError"];
            "5XX": components["responses"]["ServerError"];
            default: components["responses"]["Failure"];
        };
    };
    deleteFile: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description 1 to 255 visible ASCII characters of your choice, such as a UUID. The same key on the same
                 *     path within 24 hours never has a second effect.
                 * @example create-post-abc123
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                /**
                 * @description The file's id.
                 * @example 77
                 */
                id: components["parameters"]["FileId"];
            };
            cookie?: never;
        };
        requestBody?: components["requestBodies"]["FileDeleteBody"];
        responses: {
            200: components["responses"]["DeletedResponse"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            422: components["responses"]["UnprocessableContent"];
            "4XX": components["responses"]["ClientError"];
            "5XX": components["responses"]["ServerError"];
            default: components["responses"]["Failure"];
        };
    };
    restoreFile: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description 1 to 255 visible ASCII characters of your choice, such as a UUID. The same key on the same
                 *     path within 24 hours never has a second effect.
                 * @example create-post-abc123
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                /**
                 * @description The id of the removed file.
                 * @example 78
                 */
                id: components["parameters"]["RemovedFileId"];
            };
            cookie?: never;
        };
        requestBody?: components["requestBodies"]["ContentRestoreBody"];
        responses: {
            200: components["responses"]["FileResponse"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            422: components["responses"]["UnprocessableContent"];
            "4XX": components["responses"]["ClientError"];
            "5XX": components["responses"]["ServerError"];
            default: components["responses"]["Failure"];
        };
    };
    downloadFile: {
        parameters: {
            query?: never;
            header?: {
                /** @description One range of bytes, such as `bytes=0-1023`. */
                Range?: string;
                /** @description The `ETag` of the part that is there already; with another one the whole file comes. */
                "If-Range"?: string;
                /** @description The `ETag` of the version that is meant; `412` when the file is another one. */
                "If-Match"?: string;
                /** @description The `ETag` of the copy that is there already; `304` when it is still the file. */
                "If-None-Match"?: string;
            };
            path: {
                /**
                 * @description The file's id.
                 * @example 77
                 */
                id: components["parameters"]["FileId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["FileContentResponse"];
            206: components["responses"]["FilePartResponse"];
            304: components["responses"]["NotModifiedResponse"];
            404: components["responses"]["NotFound"];
            412: components["responses"]["PreconditionFailed"];
            416: components["responses"]["RangeNotSatisfiable"];
            "4XX": components["responses"]["ClientError"];
            "5XX": components["responses"]["ServerError"];
            default: components["responses"]["Failure"];
        };
    };
    listForums: {
        parameters: {
            query?: {
                /**
                 * @description `true` for those that are archived; otherwise those that are not.
                 * @example true
                 */
                archived?: components["parameters"]["Archived"];
                /** @description The `next_cursor` of the page before; leave it out for the first page. */
                cursor?: components["parameters"]["Cursor"];
                /**
                 * @description How many rows a page holds.
                 * @example 2
                 */
                limit?: components["parameters"]["Limit"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["ForumListResponse"];
            "4XX": components["responses"]["ClientError"];
            "5XX": components["responses"]["ServerError"];
            default: components["responses"]["Failure"];
        };
    };
    getForum: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The forum's slug.
                 * @example atari-2600
                 */
                slug: components["parameters"]["ForumSlug"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["ForumResponse"];
            404: components["responses"]["NotFound"];
            "4XX": components["responses"]["ClientError"];
            "5XX": components["responses"]["ServerError"];
            default: components["responses"]["Failure"];
        };
    };
    listListingCategories: {
        parameters: {
            query?: {
                /**
                 * @description `true` for those that are archived; otherwise those that are not.
                 * @example true
                 */
                archived?: components["parameters"]["Archived"];
                /** @description The `next_cursor` of the page before; leave it out for the first page. */
                cursor?: components["parameters"]["Cursor"];
                /**
                 * @description How many rows a page holds.
                 * @example 2
                 */
                limit?: components["parameters"]["Limit"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["ListingCategoryListResponse"];
            "4XX": components["responses"]["ClientError"];
            "5XX": components["responses"]["ServerError"];
            default: components["responses"]["Failure"];
        };
    };
    getListingCategory: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The listing category's id.
                 * @example 6
                 */
                id: components["parameters"]["ListingCategoryId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["ListingCategoryResponse"];
            404: components["responses"]["NotFound"];
            "4XX": components["responses"]["ClientError"];
            "5XX": components["responses"]["ServerError"];
            default: components["responses"]["Failure"];
        };
    };
    listListings: {
        parameters: {
            query?: {
                /**
                 * @description Only listings of this status.
                 * @example active
                 */
                status?: components["schemas"]["ListingStatusInput"];
                /**
                 * @description Only listings of this member.
                 * @example 312
                 */
                seller_id?: components["schemas"]["Id"];
                /**
                 * @description Only listings in this category.
                 * @example 6
                 */
                category_id?: components["schemas"]["Id"];
                /** @description The `next_cursor` of the page before; leave it out for the first page. */
                cursor?: components["parameters"]["Cursor"];
                /**
                 * @description How many rows a page holds.
                 * @example 2
                 */
                limit?: components["parameters"]["Limit25"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["ListingListResponse"];
            "4XX": components["responses"]["ClientError"];
            "5XX": components["responses"]["ServerError"];
            default: components["responses"]["Failure"];
        };
    };
    createListing: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description 1 to 255 visible ASCII characters of your choice, such as a UUID. The same key on the same
                 *     path within 24 hours never has a second effect.
                 * @example create-post-abc123
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: components["requestBodies"]["ListingCreateBody"];
        responses: {
            201: components["responses"]["ListingCreatedResponse"];
            409: components["responses"]["Conflict"];
            422: components["responses"]["UnprocessableContent"];
            "4XX": components["responses"]["ClientError"];
            "5XX": components["responses"]["ServerError"];
            default: components["responses"]["Failure"];
        };
    };
    getListing: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The listing's id.
                 * @example 42
                 */
                id: components["parameters"]["ListingId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["ListingResponse"];
            404: components["responses"]["NotFound"];
            "4XX": components["responses"]["ClientError"];
            "5XX": components["responses"]["ServerError"];
            default: components["responses"]["Failure"];
        };
    };
    updateListing: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description 1 to 255 visible ASCII characters of your choice, such as a UUID. The same key on the same
                 *     path within 24 hours never has a second effect.
                 * @example create-post-abc123
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                /**
                 * @description The listing's id.
                 * @example 42
                 */
                id: components["parameters"]["ListingId"];
            };
            cookie?: never;
        };
        requestBody: components["requestBodies"]["ListingUpdateBody"];
        responses: {
            200: components["responses"]["ListingResponse"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            422: components["responses"]["UnprocessableContent"];
            "4XX": components["responses"]["ClientError"];
            "5XX": components["responses"]["ServerError"];
            default: components["responses"]["Failure"];
        };
    };
    publishListing: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description 1 to 255 visible ASCII characters of your choice, such as a UUID. The same key on the same
                 *     path within 24 hours never has a second effect.
                 * @example create-post-abc123
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                /**
                 * @description The pending listing's id.
                 * @example 43
                 */
                id: components["parameters"]["PendingListingId"];
            };
            cookie?: never;
        };
        requestBody?: components["requestBodies"]["ListingPublishBody"];
        responses: {
            200: components["responses"]["ListingResponse"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            422: components["responses"]["UnprocessableContent"];
            "4XX": components["responses"]["ClientError"];
            "5XX": components["responses"]["ServerError"];
            default: components["responses"]["Failure"];
        };
    };
    restoreListing: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description 1 to 255 visible ASCII characters of your choice, such as a UUID. The same key on the same
                 *     path within 24 hours never has a second effect.
                 * @example create-post-abc123
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                /**
                 * @description The id of the removed listing.
                 * @example 45
                 */
                id: components["parameters"]["RemovedListingId"];
            };
            cookie?: never;
        };
        requestBody?: components["requestBodies"]["ContentRestoreBody"];
        responses: {
            200: components["responses"]["ListingResponse"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            422: components["responses"]["UnprocessableContent"];
            "4XX": components["responses"]["ClientError"];
            "5XX": components["responses"]["ServerError"];
            default: components["responses"]["Failure"];
        };
    };
    sellListing: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description 1 to 255 visible ASCII characters of your choice, such as a UUID. The same key on the same
                 *     path within 24 hours never has a second effect.
                 * @example create-post-abc123
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                /**
                 * @description The listing's id.
                 * @example 42
                 */
                id: components["parameters"]["ListingId"];
            };
            cookie?: never;
        };
        requestBody?: components["requestBodies"]["ListingSellBody"];
        responses: {
            200: components["responses"]["ListingResponse"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            422: components["responses"]["UnprocessableContent"];
            "4XX": components["responses"]["ClientError"];
            "5XX": components["responses"]["ServerError"];
            default: components["responses"]["Failure"];
        };
    };
    withdrawListing: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description 1 to 255 visible ASCII characters of your choice, such as a UUID. The same key on the same
                 *     path within 24 hours never has a second effect.
                 * @example create-post-abc123
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                /**
                 * @description The listing's id.
                 * @example 42
                 */
                id: components["parameters"]["ListingId"];
            };
            cookie?: never;
        };
        requestBody?: components["requestBodies"]["ListingWithdrawBody"];
        responses: {
            200: components["responses"]["ListingResponse"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            422: components["responses"]["UnprocessableContent"];
            "4XX": components["responses"]["ClientError"];
            "5XX": components["responses"]["ServerError"];
            default: components["responses"]["Failure"];
        };
    };
    getMe: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["MeResponse"];
            "4XX": components["responses"]["ClientError"];
            "5XX": components["responses"]["ServerError"];
            default: components["responses"]["Failure"];
        };
    };
    listModerationActions: {
        parameters: {
            query?: {
                /**
                 * @description Only this action (since 1.7.0).
                 * @example warn
                 */
                action?: components["schemas"]["ModerationLogActionInput"];
                /**
                 * @description Only what concerned this member, or content of theirs (since 1.7.0).
                 * @example 312
                 */
                target_user_id?: components["schemas"]["Id"];
                /** @description The `next_cursor` of the page before; leave it out for the first page. */
                cursor?: components["parameters"]["Cursor"];
                /**
                 * @description How many rows a page holds.
                 * @example 2
                 */
                limit?: components["parameters"]["Limit"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["ModerationActionListResponse"];
            "4XX": components["responses"]["ClientError"];
            "5XX": components["responses"]["ServerError"];
            default: components["responses"]["Failure"];
        };
    };
    createModerationAction: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description 1 to 255 visible ASCII characters of your choice, such as a UUID. The same key on the same
                 *     path within 24 hours never has a second effect.
                 * @example create-post-abc123
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: components["requestBodies"]["ModerationActionCreateBody"];
        responses: {
            201: components["responses"]["ModerationActionResponse"];
            409: components["responses"]["Conflict"];
            422: components["responses"]["UnprocessableContent"];
            "4XX": components["responses"]["ClientError"];
            "5XX": components["responses"]["ServerError"];
            default: components["responses"]["Failure"];
        };
    };
    listPosts: {
        parameters: {
            query?: {
                /**
                 * @description Only posts by this member (since 1.7.0).
                 * @example 312
                 */
                author_id?: components["schemas"]["Id"];
                /**
                 * @description Only posts in this forum (since 1.7.0).
                 * @example atari-2600
                 */
                forum_slug?: components["schemas"]["Slug"];
                /**
                 * @description Only posts of this thread (since 1.7.0).
                 * @example 118
                 */
                thread_id?: components["schemas"]["Id"];
                /** @description The `next_cursor` of the page before; leave it out for the first page. */
                cursor?: components["parameters"]["Cursor"];
                /**
                 * @description How many rows a page holds.
                 * @example 2
                 */
                limit?: components["parameters"]["Limit"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["PostListResponse"];
            "4XX": components["responses"]["ClientError"];
            "5XX": components["responses"]["ServerError"];
            default: components["responses"]["Failure"];
        };
    };
    createPost: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description 1 to 255 visible ASCII characters of your choice, such as a UUID. The same key on the same
                 *     path within 24 hours never has a second effect.
                 * @example create-post-abc123
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: components["requestBodies"]["PostCreateBody"];
        responses: {
            201: components["responses"]["PostCreatedResponse"];
            409: components["responses"]["Conflict"];
            422: components["responses"]["UnprocessableContent"];
            "4XX": components["responses"]["ClientError"];
            "5XX": components["responses"]["ServerError"];
            default: components["responses"]["Failure"];
        };
    };
    getPost: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The post's id.
                 * @example 4501
                 */
                id: components["parameters"]["PostId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["PostResponse"];
            404: components["responses"]["NotFound"];
            "4XX": components["responses"]["ClientError"];
            "5XX": components["responses"]["ServerError"];
            default: components["responses"]["Failure"];
        };
    };
    updatePost: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description 1 to 255 visible ASCII characters of your choice, such as a UUID. The same key on the same
                 *     path within 24 hours never has a second effect.
                 * @example create-post-abc123
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                /**
                 * @description The post's id.
                 * @example 4501
                 */
                id: components["parameters"]["PostId"];
            };
            cookie?: never;
        };
        requestBody: components["requestBodies"]["PostUpdateBody"];
        responses: {
            200: components["responses"]["PostResponse"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            422: components["responses"]["UnprocessableContent"];
            "4XX": components["responses"]["ClientError"];
            "5XX": components["responses"]["ServerError"];
            default: components["responses"]["Failure"];
        };
    };
    deletePost: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description 1 to 255 visible ASCII characters of your choice, such as a UUID. The same key on the same
                 *     path within 24 hours never has a second effect.
                 * @example create-post-abc123
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                /**
                 * @description The post's id.
                 * @example 4501
                 */
                id: components["parameters"]["PostId"];
            };
            cookie?: never;
        };
        requestBody?: components["requestBodies"]["PostDeleteBody"];
        responses: {
            200: components["responses"]["DeletedResponse"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            422: components["responses"]["UnprocessableContent"];
            "4XX": components["responses"]["ClientError"];
            "5XX": components["responses"]["ServerError"];
            default: components["responses"]["Failure"];
        };
    };
    restorePost: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description 1 to 255 visible ASCII characters of your choice, such as a UUID. The same key on the same
                 *     path within 24 hours never has a second effect.
                 * @example create-post-abc123
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                /**
                 * @description The id of the removed post.
                 * @example 4503
                 */
                id: components["parameters"]["RemovedPostId"];
            };
            cookie?: never;
        };
        requestBody?: components["requestBodies"]["ContentRestoreBody"];
        responses: {
            200: components["responses"]["PostResponse"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            422: components["responses"]["UnprocessableContent"];
            "4XX": components["responses"]["ClientError"];
            "5XX": components["responses"]["ServerError"];
            default: components["responses"]["Failure"];
        };
    };
    listReports: {
        parameters: {
            query?: {
                /**
                 * @description Only reports of this status.
                 * @example open
                 */
                status?: components["schemas"]["ReportStatusInput"];
                /**
                 * @description Only reports for this reason.
                 * @example spam
                 */
                reason_category?: components["schemas"]["ReasonCategory"];
                /**
                 * @description Only reports about this member, or content of theirs.
                 * @example 312
                 */
                reported_user_id?: components["schemas"]["Id"];
                /** @description The `next_cursor` of the page before; leave it out for the first page. */
                cursor?: components["parameters"]["Cursor"];
                /**
                 * @description How many rows a page holds.
                 * @example 2
                 */
                limit?: components["parameters"]["Limit"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["ReportListResponse"];
            "4XX": components["responses"]["ClientError"];
            "5XX": components["responses"]["ServerError"];
            default: components["responses"]["Failure"];
        };
    };
    createReport: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description 1 to 255 visible ASCII characters of your choice, such as a UUID. The same key on the same
                 *     path within 24 hours never has a second effect.
                 * @example create-post-abc123
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: components["requestBodies"]["ReportCreateBody"];
        responses: {
            201: components["responses"]["ReportCreatedResponse"];
            409: components["responses"]["Conflict"];
            422: components["responses"]["UnprocessableContent"];
            "4XX": components["responses"]["ClientError"];
            "5XX": components["responses"]["ServerError"];
            default: components["responses"]["Failure"];
        };
    };
    getReport: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The report's id.
                 * @example 62
                 */
                id: components["parameters"]["ReportId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["ReportResponse"];
            404: components["responses"]["NotFound"];
            "4XX": components["responses"]["ClientError"];
            "5XX": components["responses"]["ServerError"];
            default: components["responses"]["Failure"];
        };
    };
    dismissReport: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description 1 to 255 visible ASCII characters of your choice, such as a UUID. The same key on the same
                 *     path within 24 hours never has a second effect.
                 * @example create-post-abc123
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                /**
                 * @description The report's id.
                 * @example 62
                 */
                id: components["parameters"]["ReportId"];
            };
            cookie?: never;
        };
        requestBody?: components["requestBodies"]["ReportDismissBody"];
        responses: {
            200: components["responses"]["ReportResponse"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            422: components["responses"]["UnprocessableContent"];
            "4XX": components["responses"]["ClientError"];
            "5XX": components["responses"]["ServerError"];
            default: components["responses"]["Failure"];
        };
    };
    resolveReport: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description 1 to 255 visible ASCII characters of your choice, such as a UUID. The same key on the same
                 *     path within 24 hours never has a second effect.
                 * @example create-post-abc123
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                /**
                 * @description The report's id.
                 * @example 62
                 */
                id: components["parameters"]["ReportId"];
            };
            cookie?: never;
        };
        requestBody?: components["requestBodies"]["ReportResolveBody"];
        responses: {
            200: components["responses"]["ReportResponse"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            422: components["responses"]["UnprocessableContent"];
            "4XX": components["responses"]["ClientError"];
            "5XX": components["responses"]["ServerError"];
            default: components["responses"]["Failure"];
        };
    };
    listUsers: {
        parameters: {
            query?: {
                /** @description The `next_cursor` of the page before; leave it out for the first page. */
                cursor?: components["parameters"]["Cursor"];
                /**
                 * @description How many rows a page holds.
                 * @example 2
                 */
                limit?: components["parameters"]["Limit"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["UserListResponse"];
            "4XX": components["responses"]["ClientError"];
            "5XX": components["responses"]["ServerError"];
            default: components["responses"]["Failure"];
        };
    };
    createUser: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description 1 to 255 visible ASCII characters of your choice, such as a UUID. The same key on the same
                 *     path within 24 hours never has a second effect.
                 * @example create-post-abc123
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: components["requestBodies"]["UserCreateBody"];
        responses: {
            201: components["responses"]["UserCreatedResponse"];
            409: components["responses"]["Conflict"];
            422: components["responses"]["UnprocessableContent"];
            "4XX": components["responses"]["ClientError"];
            "5XX": components["responses"]["ServerError"];
            default: components["responses"]["Failure"];
        };
    };
    getUser: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The user's id.
                 * @example 312
                 */
                id: components["parameters"]["UserId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["UserResponse"];
            404: components["responses"]["NotFound"];
            "4XX": components["responses"]["ClientError"];
            "5XX": components["responses"]["ServerError"];
            default: components["responses"]["Failure"];
        };
    };
    updateUser: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description 1 to 255 visible ASCII characters of your choice, such as a UUID. The same key on the same
                 *     path within 24 hours never has a second effect.
                 * @example create-post-abc123
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                /**
                 * @description The user's id.
                 * @example 312
                 */
                id: components["parameters"]["UserId"];
            };
            cookie?: never;
        };
        requestBody: components["requestBodies"]["UserUpdateBody"];
        responses: {
            200: components["responses"]["UserResponse"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            422: components["responses"]["UnprocessableContent"];
            "4XX": components["responses"]["ClientError"];
            "5XX": components["responses"]["ServerError"];
            default: components["responses"]["Failure"];
        };
    };
    deleteUser: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description 1 to 255 visible ASCII characters of your choice, such as a UUID. The same key on the same
                 *     path within 24 hours never has a second effect.
                 * @example create-post-abc123
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                /**
                 * @description The user's id.
                 * @example 312
                 */
                id: components["parameters"]["UserId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["DeletedResponse"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            422: components["responses"]["UnprocessableContent"];
            "4XX": components["responses"]["ClientError"];
            "5XX": components["responses"]["ServerError"];
            default: components["responses"]["Failure"];
        };
    };
    restoreUser: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description 1 to 255 visible ASCII characters of your choice, such as a UUID. The same key on the same
                 *     path within 24 hours never has a second effect.
                 * @example create-post-abc123
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                /**
                 * @description The id of the member who is leaving.
                 * @example 8
                 */
                id: components["parameters"]["LeavingUserId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["UserResponse"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            422: components["responses"]["UnprocessableContent"];
            "4XX": components["responses"]["ClientError"];
            "5XX": components["responses"]["ServerError"];
            default: components["responses"]["Failure"];
        };
    };
    listWebhooks: {
        parameters: {
            query?: {
                /** @description The `next_cursor` of the page before; leave it out for the first page. */
                cursor?: components["parameters"]["Cursor"];
                /**
                 * @description How many rows a page holds.
                 * @example 2
                 */
                limit?: components["parameters"]["Limit"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["WebhookListResponse"];
            "4XX": components["responses"]["ClientError"];
            "5XX": components["responses"]["ServerError"];
            default: components["responses"]["Failure"];
        };
    };
    createWebhook: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description 1 to 255 visible ASCII characters of your choice, such as a UUID. The same key on the same
                 *     path within 24 hours never has a second effect.
                 * @example create-post-abc123
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: components["requestBodies"]["WebhookCreateBody"];
        responses: {
            201: components["responses"]["WebhookCreatedResponse"];
            409: components["responses"]["Conflict"];
            422: components["responses"]["UnprocessableContent"];
            "4XX": components["responses"]["ClientError"];
            "5XX": components["responses"]["ServerError"];
            default: components["responses"]["Failure"];
        };
    };
    getWebhook: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The endpoint's id.
                 * @example 17
                 */
                id: components["parameters"]["WebhookId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["WebhookResponse"];
            404: components["responses"]["NotFound"];
            "4XX": components["responses"]["ClientError"];
            "5XX": components["responses"]["ServerError"];
            default: components["responses"]["Failure"];
        };
    };
    updateWebhook: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description 1 to 255 visible ASCII characters of your choice, such as a UUID. The same key on the same
                 *     path within 24 hours never has a second effect.
                 * @example create-post-abc123
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                /**
                 * @description The endpoint's id.
                 * @example 17
                 */
                id: components["parameters"]["WebhookId"];
            };
            cookie?: never;
        };
        requestBody: components["requestBodies"]["WebhookUpdateBody"];
        responses: {
            200: components["responses"]["WebhookResponse"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            422: components["responses"]["UnprocessableContent"];
            "4XX": components["responses"]["ClientError"];
            "5XX": components["responses"]["ServerError"];
            default: components["responses"]["Failure"];
        };
    };
    removeWebhook: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The endpoint's id.
                 * @example 17
                 */
                id: components["parameters"]["WebhookId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["DeletedResponse"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            422: components["responses"]["UnprocessableContent"];
            "4XX": components["responses"]["ClientError"];
            "5XX": components["responses"]["ServerError"];
            default: components["responses"]["Failure"];
        };
    };
    patchWebhook: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The endpoint's id.
                 * @example 17
                 */
                id: components["parameters"]["WebhookId"];
            };
            cookie?: never;
        };
        requestBody: components["requestBodies"]["WebhookUpdateBody"];
        responses: {
            200: components["responses"]["WebhookResponse"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            422: components["responses"]["UnprocessableContent"];
            "4XX": components["responses"]["ClientError"];
            "5XX": components["responses"]["ServerError"];
            default: components["responses"]["Failure"];
        };
    };
    deleteWebhook: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description 1 to 255 visible ASCII characters of your choice, such as a UUID. The same key on the same
                 *     path within 24 hours never has a second effect.
                 * @example create-post-abc123
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                /**
                 * @description The endpoint's id.
                 * @example 17
                 */
                id: components["parameters"]["WebhookId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["DeletedResponse"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            422: components["responses"]["UnprocessableContent"];
            "4XX": components["responses"]["ClientError"];
            "5XX": components["responses"]["ServerError"];
            default: components["responses"]["Failure"];
        };
    };
    listWebhookDeliveries: {
        parameters: {
            query?: {
                /**
                 * @description Only deliveries in this state.
                 * @example succeeded
                 */
                status?: components["schemas"]["WebhookDeliveryStatusInput"];
                /**
                 * @description Only deliveries of events of this type.
                 * @example post.created
                 */
                event_type?: components["schemas"]["DeliveredEventTypeInput"];
                /** @description The `next_cursor` of the page before; leave it out for the first page. */
                cursor?: components["parameters"]["Cursor"];
                /**
                 * @description How many rows a page holds.
                 * @example 2
                 */
                limit?: components["parameters"]["Limit"];
            };
            header?: never;
            path: {
                /**
                 * @description The endpoint's id.
                 * @example 17
                 */
                id: components["parameters"]["WebhookId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["WebhookDeliveryListResponse"];
            404: components["responses"]["NotFound"];
            "4XX": components["responses"]["ClientError"];
            "5XX": components["responses"]["ServerError"];
            default: components["responses"]["Failure"];
        };
    };
    getWebhookDelivery: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The endpoint's id.
                 * @example 17
                 */
                id: components["parameters"]["WebhookId"];
                /**
                 * @description The delivery's id.
                 * @example 90210
                 */
                delivery_id: components["parameters"]["WebhookDeliveryId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["WebhookDeliveryResponse"];
            404: components["responses"]["NotFound"];
            "4XX": components["responses"]["ClientError"];
            "5XX": components["responses"]["ServerError"];
            default: components["responses"]["Failure"];
        };
    };
    replayWebhookDelivery: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description 1 to 255 visible ASCII characters of your choice, such as a UUID. The same key on the same
                 *     path within 24 hours never has a second effect.
                 * @example create-post-abc123
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                /**
                 * @description The endpoint's id.
                 * @example 17
                 */
                id: components["parameters"]["WebhookId"];
                /**
                 * @description The delivery's id.
                 * @example 90210
                 */
                delivery_id: components["parameters"]["WebhookDeliveryId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            202: components["responses"]["WebhookDeliveryQueuedResponse"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            422: components["responses"]["UnprocessableContent"];
            "4XX": components["responses"]["ClientError"];
            "5XX": components["responses"]["ServerError"];
            default: components["responses"]["Failure"];
        };
    };
    disableWebhook: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description 1 to 255 visible ASCII characters of your choice, such as a UUID. The same key on the same
                 *     path within 24 hours never has a second effect.
                 * @example create-post-abc123
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                /**
                 * @description The endpoint's id.
                 * @example 17
                 */
                id: components["parameters"]["WebhookId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["WebhookResponse"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            422: components["responses"]["UnprocessableContent"];
            "4XX": components["responses"]["ClientError"];
            "5XX": components["responses"]["ServerError"];
            default: components["responses"]["Failure"];
        };
    };
    enableWebhook: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description 1 to 255 visible ASCII characters of your choice, such as a UUID. The same key on the same
                 *     path within 24 hours never has a second effect.
                 * @example create-post-abc123
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                /**
                 * @description The endpoint's id.
                 * @example 17
                 */
                id: components["parameters"]["WebhookId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["WebhookEnabledResponse"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            422: components["responses"]["UnprocessableContent"];
            "4XX": components["responses"]["ClientError"];
            "5XX": components["responses"]["ServerError"];
            default: components["responses"]["Failure"];
        };
    };
    replayWebhook: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description 1 to 255 visible ASCII characters of your choice, such as a UUID. The same key on the same
                 *     path within 24 hours never has a second effect.
                 * @example create-post-abc123
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                /**
                 * @description The endpoint's id.
                 * @example 17
                 */
                id: components["parameters"]["WebhookId"];
            };
            cookie?: never;
        };
        requestBody: components["requestBodies"]["WebhookReplayBody"];
        responses: {
            202: components["responses"]["WebhookReplayResponse"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            422: components["responses"]["UnprocessableContent"];
            "4XX": components["responses"]["ClientError"];
            "5XX": components["responses"]["ServerError"];
            default: components["responses"]["Failure"];
        };
    };
    rotateWebhookSecret: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description 1 to 255 visible ASCII characters of your choice, such as a UUID. The same key on the same
                 *     path within 24 hours never has a second effect.
                 * @example create-post-abc123
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                /**
                 * @description The endpoint's id.
                 * @example 17
                 */
                id: components["parameters"]["WebhookId"];
            };
            cookie?: never;
        };
        requestBody?: components["requestBodies"]["WebhookSecretRotateBody"];
        responses: {
            200: components["responses"]["WebhookSecretResponse"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            422: components["responses"]["UnprocessableContent"];
            "4XX": components["responses"]["ClientError"];
            "5XX": components["responses"]["ServerError"];
            default: components["responses"]["Failure"];
        };
    };
    testWebhook: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description 1 to 255 visible ASCII characters of your choice, such as a UUID. The same key on the same
                 *     path within 24 hours never has a second effect.
                 * @example create-post-abc123
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                /**
                 * @description The endpoint's id.
                 * @example 17
                 */
                id: components["parameters"]["WebhookId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            202: components["responses"]["WebhookDeliveryQueuedResponse"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            422: components["responses"]["UnprocessableContent"];
            "4XX": components["responses"]["ClientError"];
            "5XX": components["responses"]["ServerError"];
            default: components["responses"]["Failure"];
        };
    };
    listHelpAgents: {
        parameters: {
            query?: {
                /**
                 * @description `true` for agents who are active, `false` for the others.
                 * @example true
                 */
                is_active?: boolean;
                /**
                 * @description Only agents of this queue.
                 * @example 3
                 */
                queue_id?: components["schemas"]["Id"];
                /** @description The `next_cursor` of the page before; leave it out for the first page. */
                cursor?: components["parameters"]["Cursor"];
                /**
                 * @description How many rows a page holds.
                 * @example 2
                 */
                limit?: components["parameters"]["Limit"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["HelpAgentListResponse"];
            "4XX": components["responses"]["ClientError"];
            "5XX": components["responses"]["ServerError"];
            default: components["responses"]["Failure"];
        };
    };
    createHelpAgent: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description 1 to 255 visible ASCII characters of your choice, such as a UUID. The same key on the same
                 *     path within 24 hours never has a second effect.
                 * @example create-post-abc123
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: components["requestBodies"]["HelpAgentCreateBody"];
        responses: {
            201: components["responses"]["HelpAgentCreatedResponse"];
            409: components["responses"]["Conflict"];
            422: components["responses"]["UnprocessableContent"];
            "4XX": components["responses"]["ClientError"];
            "5XX": components["responses"]["ServerError"];
            default: components["responses"]["Failure"];
        };
    };
    getHelpAgent: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The agent's id.
                 * @example 21
                 */
                id: components["parameters"]["HelpAgentId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["HelpAgentResponse"];
            404: components["responses"]["NotFound"];
            "4XX": components["responses"]["ClientError"];
            "5XX": components["responses"]["ServerError"];
            default: components["responses"]["Failure"];
        };
    };
    updateHelpAgent: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description 1 to 255 visible ASCII characters of your choice, such as a UUID. The same key on the same
                 *     path within 24 hours never has a second effect.
                 * @example create-post-abc123
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                /**
                 * @description The agent's id.
                 * @example 21
                 */
                id: components["parameters"]["HelpAgentId"];
            };
            cookie?: never;
        };
        requestBody: components["requestBodies"]["HelpAgentUpdateBody"];
        responses: {
            200: components["responses"]["HelpAgentResponse"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            422: components["responses"]["UnprocessableContent"];
            "4XX": components["responses"]["ClientError"];
            "5XX": components["responses"]["ServerError"];
            default: components["responses"]["Failure"];
        };
    };
    activateHelpAgent: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description 1 to 255 visible ASCII characters of your choice, such as a UUID. The same key on the same
                 *     path within 24 hours never has a second effect.
                 * @example create-post-abc123
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                /**
                 * @description The id of an agent who is not active.
                 * @example 22
                 */
                id: components["parameters"]["InactiveHelpAgentId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["HelpAgentResponse"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            422: components["responses"]["UnprocessableContent"];
            "4XX": components["responses"]["ClientError"];
            "5XX": components["responses"]["ServerError"];
            default: components["responses"]["Failure"];
        };
    };
    deactivateHelpAgent: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description 1 to 255 visible ASCII characters of your choice, such as a UUID. The same key on the same
                 *     path within 24 hours never has a second effect.
                 * @example create-post-abc123
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                /**
                 * @description The agent's id.
                 * @example 21
                 */
                id: components["parameters"]["HelpAgentId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["HelpAgentResponse"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            422: components["responses"]["UnprocessableContent"];
            "4XX": components["responses"]["ClientError"];
            "5XX": components["responses"]["ServerError"];
            default: components["responses"]["Failure"];
        };
    };
    suggestTicketReplies: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description 1 to 255 visible ASCII characters of your choice, such as a UUID. The same key on the same
                 *     path within 24 hours never has a second effect.
                 * @example create-post-abc123
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: components["requestBodies"]["AiTicketBody"];
        responses: {
            200: components["responses"]["AiSuggestionsResponse"];
            409: components["responses"]["Conflict"];
            422: components["responses"]["UnprocessableContent"];
            "4XX": components["responses"]["ClientError"];
            "5XX": components["responses"]["ServerError"];
            default: components["responses"]["Failure"];
        };
    };
    summarizeTicket: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description 1 to 255 visible ASCII characters of your choice, such as a UUID. The same key on the same
                 *     path within 24 hours never has a second effect.
                 * @example create-post-abc123
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: components["requestBodies"]["AiTicketBody"];
        responses: {
            200: components["responses"]["AiTextResponse"];
            409: components["responses"]["Conflict"];
            422: components["responses"]["UnprocessableContent"];
            "4XX": components["responses"]["ClientError"];
            "5XX": components["responses"]["ServerError"];
            default: components["responses"]["Failure"];
        };
    };
    categorizeTicket: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description 1 to 255 visible ASCII characters of your choice, such as a UUID. The same key on the same
                 *     path within 24 hours never has a second effect.
                 * @example create-post-abc123
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: components["requestBodies"]["AiTicketBody"];
        responses: {
            200: components["responses"]["AiCategoryResponse"];
            409: components["responses"]["Conflict"];
            422: components["responses"]["UnprocessableContent"];
            "4XX": components["responses"]["ClientError"];
            "5XX": components["responses"]["ServerError"];
            default: components["responses"]["Failure"];
        };
    };
    readTicketSentiment: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description 1 to 255 visible ASCII characters of your choice, such as a UUID. The same key on the same
                 *     path within 24 hours never has a second effect.
                 * @example create-post-abc123
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: components["requestBodies"]["AiTicketBody"];
        responses: {
            200: components["responses"]["AiSentimentResponse"];
            409: components["responses"]["Conflict"];
            422: components["responses"]["UnprocessableContent"];
            "4XX": components["responses"]["ClientError"];
            "5XX": components["responses"]["ServerError"];
            default: components["responses"]["Failure"];
        };
    };
    predictTicketResolution: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description 1 to 255 visible ASCII characters of your choice, such as a UUID. The same key on the same
                 *     path within 24 hours never has a second effect.
                 * @example create-post-abc123
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: components["requestBodies"]["AiTicketBody"];
        responses: {
            200: components["responses"]["AiPredictionResponse"];
            409: components["responses"]["Conflict"];
            422: components["responses"]["UnprocessableContent"];
            "4XX": components["responses"]["ClientError"];
            "5XX": components["responses"]["ServerError"];
            default: components["responses"]["Failure"];
        };
    };
    generateCannedResponse: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description 1 to 255 visible ASCII characters of your choice, such as a UUID. The same key on the same
                 *     path within 24 hours never has a second effect.
                 * @example create-post-abc123
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: components["requestBodies"]["AiIntentBody"];
        responses: {
            200: components["responses"]["AiCannedTextResponse"];
            409: components["responses"]["Conflict"];
            422: components["responses"]["UnprocessableContent"];
            "4XX": components["responses"]["ClientError"];
            "5XX": components["responses"]["ServerError"];
            default: components["responses"]["Failure"];
        };
    };
    findKnowledgeGaps: {
        parameters: {
            query?: {
                /**
                 * @description How many days back tickets count that were opened.
                 * @example 30
                 */
                days?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["AiGapsResponse"];
            "4XX": components["responses"]["ClientError"];
            "5XX": components["responses"]["ServerError"];
            default: components["responses"]["Failure"];
        };
    };
    askHelpAudit: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description 1 to 255 visible ASCII characters of your choice, such as a UUID. The same key on the same
                 *     path within 24 hours never has a second effect.
                 * @example create-post-abc123
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: components["requestBodies"]["AiQuestionBody"];
        responses: {
            200: components["responses"]["AiAuditAnswerResponse"];
            409: components["responses"]["Conflict"];
            422: components["responses"]["UnprocessableContent"];
            "4XX": components["responses"]["ClientError"];
            "5XX": components["responses"]["ServerError"];
            default: components["responses"]["Failure"];
        };
    };
    listHelpAudit: {
        parameters: {
            query?: {
                /**
                 * @description Only this kind of event.
                 * @example ticket.status_changed
                 */
                event_key?: components["schemas"]["AuditActionInput"];
                /**
                 * @description Only what was done by agents, requesters, the system or keys of the API.
                 * @example agent
                 */
                actor_kind?: components["schemas"]["HelpActorKindInput"];
                /** @description The `next_cursor` of the page before; leave it out for the first page. */
                cursor?: components["parameters"]["Cursor"];
                /**
                 * @description How many rows a page holds; here more than elsewhere.
                 * @example 2
                 */
                limit?: components["parameters"]["Limit200"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["HelpAuditResponse"];
            "4XX": components["responses"]["ClientError"];
            "5XX": components["responses"]["ServerError"];
            default: components["responses"]["Failure"];
        };
    };
    listBulkUpdates: {
        parameters: {
            query?: {
                /** @description The `next_cursor` of the page before; leave it out for the first page. */
                cursor?: components["parameters"]["Cursor"];
                /**
                 * @description How many rows a page holds.
                 * @example 2
                 */
                limit?: components["parameters"]["Limit"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["BulkUpdateListResponse"];
            "4XX": components["responses"]["ClientError"];
            "5XX": components["responses"]["ServerError"];
            default: components["responses"]["Failure"];
        };
    };
    createBulkUpdate: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description 1 to 255 visible ASCII characters of your choice, such as a UUID. The same key on the same
                 *     path within 24 hours never has a second effect.
                 * @example create-post-abc123
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: components["requestBodies"]["BulkUpdateCreateBody"];
        responses: {
            202: components["responses"]["BulkUpdateAcceptedResponse"];
            409: components["responses"]["Conflict"];
            422: components["responses"]["UnprocessableContent"];
            "4XX": components["responses"]["ClientError"];
            "5XX": components["responses"]["ServerError"];
            default: components["responses"]["Failure"];
        };
    };
    getBulkUpdate: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The bulk update's id.
                 * @example 91
                 */
                id: components["parameters"]["BulkUpdateId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["BulkUpdateResponse"];
            404: components["responses"]["NotFound"];
            "4XX": components["responses"]["ClientError"];
            "5XX": components["responses"]["ServerError"];
            default: components["responses"]["Failure"];
        };
    };
    listBulkUpdateResults: {
        parameters: {
            query?: {
                /**
                 * @description Only tickets of which this has become.
                 * @example updated
                 */
                outcome?: components["schemas"]["BulkOutcomeInput"];
                /** @description The `next_cursor` of the page before; leave it out for the first page. */
                cursor?: components["parameters"]["Cursor"];
                /**
                 * @description How many rows a page holds.
                 * @example 2
                 */
                limit?: components["parameters"]["Limit"];
            };
            header?: never;
            path: {
                /**
                 * @description The bulk update's id.
                 * @example 91
                 */
                id: components["parameters"]["BulkUpdateId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["BulkResultListResponse"];
            404: components["responses"]["NotFound"];
            "4XX": components["responses"]["ClientError"];
            "5XX": components["responses"]["ServerError"];
            default: components["responses"]["Failure"];
        };
    };
    listHelpCalendars: {
        parameters: {
            query?: {
                /** @description The `next_cursor` of the page before; leave it out for the first page. */
                cursor?: components["parameters"]["Cursor"];
                /**
                 * @description How many rows a page holds.
                 * @example 2
                 */
                limit?: components["parameters"]["Limit"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["HelpCalendarListResponse"];
            "4XX": components["responses"]["ClientError"];
            "5XX": components["responses"]["ServerError"];
            default: components["responses"]["Failure"];
        };
    };
    createHelpCalendar: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description 1 to 255 visible ASCII characters of your choice, such as a UUID. The same key on the same
                 *     path within 24 hours never has a second effect.
                 * @example create-post-abc123
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: components["requestBodies"]["HelpCalendarCreateBody"];
        responses: {
            201: components["responses"]["HelpCalendarCreatedResponse"];
            409: components["responses"]["Conflict"];
            422: components["responses"]["UnprocessableContent"];
            "4XX": components["responses"]["ClientError"];
            "5XX": components["responses"]["ServerError"];
            default: components["responses"]["Failure"];
        };
    };
    getHelpCalendar: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The calendar's id.
                 * @example 61
                 */
                id: components["parameters"]["HelpCalendarId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["HelpCalendarResponse"];
            404: components["responses"]["NotFound"];
            "4XX": components["responses"]["ClientError"];
            "5XX": components["responses"]["ServerError"];
            default: components["responses"]["Failure"];
        };
    };
    updateHelpCalendar: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description 1 to 255 visible ASCII characters of your choice, such as a UUID. The same key on the same
                 *     path within 24 hours never has a second effect.
                 * @example create-post-abc123
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                /**
                 * @description The calendar's id.
                 * @example 61
                 */
                id: components["parameters"]["HelpCalendarId"];
            };
            cookie?: never;
        };
        requestBody: components["requestBodies"]["HelpCalendarUpdateBody"];
        responses: {
            200: components["responses"]["HelpCalendarResponse"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            422: components["responses"]["UnprocessableContent"];
            "4XX": components["responses"]["ClientError"];
            "5XX": components["responses"]["ServerError"];
            default: components["responses"]["Failure"];
        };
    };
    deleteHelpCalendar: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description 1 to 255 visible ASCII characters of your choice, such as a UUID. The same key on the same
                 *     path within 24 hours never has a second effect.
                 * @example create-post-abc123
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                /**
                 * @description The id of a calendar that no SLA plan counts in.
                 * @example 62
                 */
                id: components["parameters"]["UnusedHelpCalendarId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["DeletedResponse"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            422: components["responses"]["UnprocessableContent"];
            "4XX": components["responses"]["ClientError"];
            "5XX": components["responses"]["ServerError"];
            default: components["responses"]["Failure"];
        };
    };
    listCannedResponses: {
        parameters: {
            query?: {
                /**
                 * @description `true` for those that are offered to agents, `false` for the others.
                 * @example true
                 */
                is_active?: boolean;
                /**
                 * @description Only those of this queue; those for all queues have none.
                 * @example 3
                 */
                queue_id?: components["schemas"]["Id"];
                /** @description The `next_cursor` of the page before; leave it out for the first page. */
                cursor?: components["parameters"]["Cursor"];
                /**
                 * @description How many rows a page holds.
                 * @example 2
                 */
                limit?: components["parameters"]["Limit"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["CannedResponseListResponse"];
            "4XX": components["responses"]["ClientError"];
            "5XX": components["responses"]["ServerError"];
            default: components["responses"]["Failure"];
        };
    };
    createCannedResponse: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description 1 to 255 visible ASCII characters of your choice, such as a UUID. The same key on the same
                 *     path within 24 hours never has a second effect.
                 * @example create-post-abc123
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: components["requestBodies"]["CannedResponseCreateBody"];
        responses: {
            201: components["responses"]["CannedResponseCreatedResponse"];
            409: components["responses"]["Conflict"];
            422: components["responses"]["UnprocessableContent"];
            "4XX": components["responses"]["ClientError"];
            "5XX": components["responses"]["ServerError"];
            default: components["responses"]["Failure"];
        };
    };
    getCannedResponse: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The canned response's id.
                 * @example 51
                 */
                id: components["parameters"]["CannedResponseId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["CannedResponseResponse"];
            404: components["responses"]["NotFound"];
            "4XX": components["responses"]["ClientError"];
            "5XX": components["responses"]["ServerError"];
            default: components["responses"]["Failure"];
        };
    };
    updateCannedResponse: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description 1 to 255 visible ASCII characters of your choice, such as a UUID. The same key on the same
                 *     path within 24 hours never has a second effect.
                 * @example create-post-abc123
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                /**
                 * @description The canned response's id.
                 * @example 51
                 */
                id: components["parameters"]["CannedResponseId"];
            };
            cookie?: never;
        };
        requestBody: components["requestBodies"]["CannedResponseUpdateBody"];
        responses: {
            200: components["responses"]["CannedResponseResponse"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            422: components["responses"]["UnprocessableContent"];
            "4XX": components["responses"]["ClientError"];
            "5XX": components["responses"]["ServerError"];
            default: components["responses"]["Failure"];
        };
    };
    deleteCannedResponse: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description 1 to 255 visible ASCII characters of your choice, such as a UUID. The same key on the same
                 *     path within 24 hours never has a second effect.
                 * @example create-post-abc123
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                /**
                 * @description The canned response's id.
                 * @example 51
                 */
                id: components["parameters"]["CannedResponseId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["DeletedResponse"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            422: components["responses"]["UnprocessableContent"];
            "4XX": components["responses"]["ClientError"];
            "5XX": components["responses"]["ServerError"];
            default: components["responses"]["Failure"];
        };
    };
    previewCannedResponse: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description 1 to 255 visible ASCII characters of your choice, such as a UUID. The same key on the same
                 *     path within 24 hours never has a second effect.
                 * @example create-post-abc123
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                /**
                 * @description The canned response's id.
                 * @example 51
                 */
                id: components["parameters"]["CannedResponseId"];
            };
            cookie?: never;
        };
        requestBody: components["requestBodies"]["CannedResponsePreviewBody"];
        responses: {
            200: components["responses"]["CannedPreviewResponse"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            422: components["responses"]["UnprocessableContent"];
            "4XX": components["responses"]["ClientError"];
            "5XX": components["responses"]["ServerError"];
            default: components["responses"]["Failure"];
        };
    };
    listEmailAccounts: {
        parameters: {
            query?: {
                /** @description The `next_cursor` of the page before; leave it out for the first page. */
                cursor?: components["parameters"]["Cursor"];
                /**
                 * @description How many rows a page holds.
                 * @example 2
                 */
                limit?: components["parameters"]["Limit"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["EmailAccountListResponse"];
            "4XX": components["responses"]["ClientError"];
            "5XX": components["responses"]["ServerError"];
            default: components["responses"]["Failure"];
        };
    };
    createEmailAccount: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description 1 to 255 visible ASCII characters of your choice, such as a UUID. The same key on the same
                 *     path within 24 hours never has a second effect.
                 * @example create-post-abc123
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: components["requestBodies"]["EmailAccountCreateBody"];
        responses: {
            201: components["responses"]["EmailAccountCreatedResponse"];
            409: components["responses"]["Conflict"];
            422: components["responses"]["UnprocessableContent"];
            "4XX": components["responses"]["ClientError"];
            "5XX": components["responses"]["ServerError"];
            default: components["responses"]["Failure"];
        };
    };
    getEmailAccount: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The e-mail account's id.
                 * @example 81
                 */
                id: components["parameters"]["EmailAccountId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["EmailAccountResponse"];
            404: components["responses"]["NotFound"];
            "4XX": components["responses"]["ClientError"];
            "5XX": components["responses"]["ServerError"];
            default: components["responses"]["Failure"];
        };
    };
    updateEmailAccount: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description 1 to 255 visible ASCII characters of your choice, such as a UUID. The same key on the same
                 *     path within 24 hours never has a second effect.
                 * @example create-post-abc123
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                /**
                 * @description The e-mail account's id.
                 * @example 81
                 */
                id: components["parameters"]["EmailAccountId"];
            };
            cookie?: never;
        };
        requestBody: components["requestBodies"]["EmailAccountUpdateBody"];
        responses: {
            200: components["responses"]["EmailAccountResponse"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            422: components["responses"]["UnprocessableContent"];
            "4XX": components["responses"]["ClientError"];
            "5XX": components["responses"]["ServerError"];
            default: components["responses"]["Failure"];
        };
    };
    deleteEmailAccount: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description 1 to 255 visible ASCII characters of your choice, such as a UUID. The same key on the same
                 *     path within 24 hours never has a second effect.
                 * @example create-post-abc123
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                /**
                 * @description The id of an account that is not the default.
                 * @example 82
                 */
                id: components["parameters"]["SpareEmailAccountId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["DeletedResponse"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            422: components["responses"]["UnprocessableContent"];
            "4XX": components["responses"]["ClientError"];
            "5XX": components["responses"]["ServerError"];
            default: components["responses"]["Failure"];
        };
    };
    rotateEmailAccountSecret: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description 1 to 255 visible ASCII characters of your choice, such as a UUID. The same key on the same
                 *     path within 24 hours never has a second effect.
                 * @example create-post-abc123
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                /**
                 * @description The e-mail account's id.
                 * @example 81
                 */
                id: components["parameters"]["EmailAccountId"];
            };
            cookie?: never;
        };
        requestBody?: components["requestBodies"]["EmailAccountSecretRotateBody"];
        responses: {
            200: components["responses"]["EmailAccountSecretResponse"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            422: components["responses"]["UnprocessableContent"];
            "4XX": components["responses"]["ClientError"];
            "5XX": components["responses"]["ServerError"];
            default: components["responses"]["Failure"];
        };
    };
    receiveEmail: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: components["requestBodies"]["InboundEmailBody"];
        responses: {
            200: components["responses"]["InboundEmailResponse"];
            422: components["responses"]["UnprocessableContent"];
            "4XX": components["responses"]["ClientError"];
            "5XX": components["responses"]["ServerError"];
            default: components["responses"]["Failure"];
        };
    };
    receiveMailgunEmail: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: components["requestBodies"]["MailgunEmailBody"];
        responses: {
            200: components["responses"]["InboundEmailResponse"];
            422: components["responses"]["UnprocessableContent"];
            "4XX": components["responses"]["ClientError"];
            "5XX": components["responses"]["ServerError"];
            default: components["responses"]["Failure"];
        };
    };
    receivePostmarkEmail: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: components["requestBodies"]["PostmarkEmailBody"];
        responses: {
            200: components["responses"]["InboundEmailResponse"];
            422: components["responses"]["UnprocessableContent"];
            "4XX": components["responses"]["ClientError"];
            "5XX": components["responses"]["ServerError"];
            default: components["responses"]["Failure"];
        };
    };
    receiveSendgridEmail: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: components["requestBodies"]["SendgridEmailBody"];
        responses: {
            200: components["responses"]["InboundEmailResponse"];
            422: components["responses"]["UnprocessableContent"];
            "4XX": components["responses"]["ClientError"];
            "5XX": components["responses"]["ServerError"];
            default: components["responses"]["Failure"];
        };
    };
    listInboundEmails: {
        parameters: {
            query?: {
                /**
                 * @description Only mails that came for this e-mail account.
                 * @example 81
                 */
                account_id?: components["schemas"]["Id"];
                /**
                 * @description Only mails that opened a ticket, were added to one, or were left alone.
                 * @example created
                 */
                action?: components["schemas"]["InboundEmailActionInput"];
                /** @description The `next_cursor` of the page before; leave it out for the first page. */
                cursor?: components["parameters"]["Cursor"];
                /**
                 * @description How many rows a page holds.
                 * @example 2
                 */
                limit?: components["parameters"]["Limit"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["ReceivedEmailListResponse"];
            "4XX": components["responses"]["ClientError"];
            "5XX": components["responses"]["ServerError"];
            default: components["responses"]["Failure"];
        };
    };
    getNotificationPrefs: {
        parameters: {
            query?: {
                /**
                 * @description Whose preferences; the tenant's when left out.
                 * @example tenant_default
                 */
                scope?: components["schemas"]["NotificationScopeInput"];
                /**
                 * @description The id of the agent or requester; 0, which holds when left out, for the tenant.
                 * @example 0
                 */
                scope_id?: components["schemas"]["NotificationScopeId"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["NotificationPrefsResponse"];
            404: components["responses"]["NotFound"];
            "4XX": components["responses"]["ClientError"];
            "5XX": components["responses"]["ServerError"];
            default: components["responses"]["Failure"];
        };
    };
    setNotificationPref: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description 1 to 255 visible ASCII characters of your choice, such as a UUID. The same key on the same
                 *     path within 24 hours never has a second effect.
                 * @example create-post-abc123
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: components["requestBodies"]["NotificationPrefSetBody"];
        responses: {
            200: components["responses"]["NotificationPrefResponse"];
            409: components["responses"]["Conflict"];
            422: components["responses"]["UnprocessableContent"];
            "4XX": components["responses"]["ClientError"];
            "5XX": components["responses"]["ServerError"];
            default: components["responses"]["Failure"];
        };
    };
    listOutgoingEmails: {
        parameters: {
            query?: {
                /**
                 * @description Only mails that wait, have left, failed, came back or were cancelled.
                 * @example failed
                 */
                status?: components["schemas"]["OutgoingEmailStatusInput"];
                /**
                 * @description Only mails about this ticket.
                 * @example 1234
                 */
                ticket_id?: components["schemas"]["Id"];
                /**
                 * @description Only mails to this address, in any letter case.
                 * @example ada@example.com
                 */
                recipient?: string;
                /** @description The `next_cursor` of the page before; leave it out for the first page. */
                cursor?: components["parameters"]["Cursor"];
                /**
                 * @description How many rows a page holds.
                 * @example 2
                 */
                limit?: components["parameters"]["Limit"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["OutgoingEmailListResponse"];
            "4XX": components["responses"]["ClientError"];
            "5XX": components["responses"]["ServerError"];
            default: components["responses"]["Failure"];
        };
    };
    getOutgoingEmail: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The mail's id.
                 * @example 9301
                 */
                id: components["parameters"]["OutgoingEmailId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["OutgoingEmailResponse"];
            404: components["responses"]["NotFound"];
            "4XX": components["responses"]["ClientError"];
            "5XX": components["responses"]["ServerError"];
            default: components["responses"]["Failure"];
        };
    };
    cancelOutgoingEmail: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description 1 to 255 visible ASCII characters of your choice, such as a UUID. The same key on the same
                 *     path within 24 hours never has a second effect.
                 * @example create-post-abc123
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                /**
                 * @description The id of a mail that waits to be sent.
                 * @example 9302
                 */
                id: components["parameters"]["WaitingOutgoingEmailId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["OutgoingEmailResponse"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            422: components["responses"]["UnprocessableContent"];
            "4XX": components["responses"]["ClientError"];
            "5XX": components["responses"]["ServerError"];
            default: components["responses"]["Failure"];
        };
    };
    retryOutgoingEmail: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description 1 to 255 visible ASCII characters of your choice, such as a UUID. The same key on the same
                 *     path within 24 hours never has a second effect.
                 * @example create-post-abc123
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                /**
                 * @description The mail's id.
                 * @example 9301
                 */
                id: components["parameters"]["OutgoingEmailId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["OutgoingEmailResponse"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            422: components["responses"]["UnprocessableContent"];
            "4XX": components["responses"]["ClientError"];
            "5XX": components["responses"]["ServerError"];
            default: components["responses"]["Failure"];
        };
    };
    listHelpQueues: {
        parameters: {
            query?: {
                /** @description The `next_cursor` of the page before; leave it out for the first page. */
                cursor?: components["parameters"]["Cursor"];
                /**
                 * @description How many rows a page holds.
                 * @example 2
                 */
                limit?: components["parameters"]["Limit"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["HelpQueueListResponse"];
            "4XX": components["responses"]["ClientError"];
            "5XX": components["responses"]["ServerError"];
            default: components["responses"]["Failure"];
        };
    };
    createHelpQueue: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description 1 to 255 visible ASCII characters of your choice, such as a UUID. The same key on the same
                 *     path within 24 hours never has a second effect.
                 * @example create-post-abc123
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: components["requestBodies"]["HelpQueueCreateBody"];
        responses: {
            201: components["responses"]["HelpQueueCreatedResponse"];
            409: components["responses"]["Conflict"];
            422: components["responses"]["UnprocessableContent"];
            "4XX": components["responses"]["ClientError"];
            "5XX": components["responses"]["ServerError"];
            default: components["responses"]["Failure"];
        };
    };
    getHelpQueue: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The queue's id.
                 * @example 3
                 */
                id: components["parameters"]["HelpQueueId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["HelpQueueResponse"];
            404: components["responses"]["NotFound"];
            "4XX": components["responses"]["ClientError"];
            "5XX": components["responses"]["ServerError"];
            default: components["responses"]["Failure"];
        };
    };
    updateHelpQueue: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description 1 to 255 visible ASCII characters of your choice, such as a UUID. The same key on the same
                 *     path within 24 hours never has a second effect.
                 * @example create-post-abc123
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                /**
                 * @description The queue's id.
                 * @example 3
                 */
                id: components["parameters"]["HelpQueueId"];
            };
            cookie?: never;
        };
        requestBody: components["requestBodies"]["HelpQueueUpdateBody"];
        responses: {
            200: components["responses"]["HelpQueueResponse"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            422: components["responses"]["UnprocessableContent"];
            "4XX": components["responses"]["ClientError"];
            "5XX": components["responses"]["ServerError"];
            default: components["responses"]["Failure"];
        };
    };
    deleteHelpQueue: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description 1 to 255 visible ASCII characters of your choice, such as a UUID. The same key on the same
                 *     path within 24 hours never has a second effect.
                 * @example create-post-abc123
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                /**
                 * @description The id of a queue that nothing names.
                 * @example 4
                 */
                id: components["parameters"]["EmptyHelpQueueId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["DeletedResponse"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            422: components["responses"]["UnprocessableContent"];
            "4XX": components["responses"]["ClientError"];
            "5XX": components["responses"]["ServerError"];
            default: components["responses"]["Failure"];
        };
    };
    listHelpRules: {
        parameters: {
            query?: {
                /**
                 * @description Only those that wait for this event.
                 * @example created
                 */
                event?: components["schemas"]["HelpRuleEventInput"];
                /**
                 * @description `true` for those that are on, `false` for those that are off.
                 * @example true
                 */
                is_active?: boolean;
                /** @description The `next_cursor` of the page before; leave it out for the first page. */
                cursor?: components["parameters"]["Cursor"];
                /**
                 * @description How many rows a page holds.
                 * @example 2
                 */
                limit?: components["parameters"]["Limit"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["HelpRuleListResponse"];
            "4XX": components["responses"]["ClientError"];
            "5XX": components["responses"]["ServerError"];
            default: components["responses"]["Failure"];
        };
    };
    createHelpRule: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description 1 to 255 visible ASCII characters of your choice, such as a UUID. The same key on the same
                 *     path within 24 hours never has a second effect.
                 * @example create-post-abc123
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: components["requestBodies"]["HelpRuleCreateBody"];
        responses: {
            201: components["responses"]["HelpRuleCreatedResponse"];
            409: components["responses"]["Conflict"];
            422: components["responses"]["UnprocessableContent"];
            "4XX": components["responses"]["ClientError"];
            "5XX": components["responses"]["ServerError"];
            default: components["responses"]["Failure"];
        };
    };
    getHelpRule: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The rule's id.
                 * @example 81
                 */
                id: components["parameters"]["HelpRuleId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["HelpRuleResponse"];
            404: components["responses"]["NotFound"];
            "4XX": components["responses"]["ClientError"];
            "5XX": components["responses"]["ServerError"];
            default: components["responses"]["Failure"];
        };
    };
    updateHelpRule: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description 1 to 255 visible ASCII characters of your choice, such as a UUID. The same key on the same
                 *     path within 24 hours never has a second effect.
                 * @example create-post-abc123
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                /**
                 * @description The rule's id.
                 * @example 81
                 */
                id: components["parameters"]["HelpRuleId"];
            };
            cookie?: never;
        };
        requestBody: components["requestBodies"]["HelpRuleUpdateBody"];
        responses: {
            200: components["responses"]["HelpRuleResponse"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            422: components["responses"]["UnprocessableContent"];
            "4XX": components["responses"]["ClientError"];
            "5XX": components["responses"]["ServerError"];
            default: components["responses"]["Failure"];
        };
    };
    deleteHelpRule: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description 1 to 255 visible ASCII characters of your choice, such as a UUID. The same key on the same
                 *     path within 24 hours never has a second effect.
                 * @example create-post-abc123
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                /**
                 * @description The rule's id.
                 * @example 81
                 */
                id: components["parameters"]["HelpRuleId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["DeletedResponse"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            422: components["responses"]["UnprocessableContent"];
            "4XX": components["responses"]["ClientError"];
            "5XX": components["responses"]["ServerError"];
            default: components["responses"]["Failure"];
        };
    };
    dryRunHelpRule: {
        parameters: {
            query?: {
                /**
                 * @description How many of the newest tickets are looked at.
                 * @example 20
                 */
                tickets?: number;
            };
            header?: never;
            path: {
                /**
                 * @description The rule's id.
                 * @example 81
                 */
                id: components["parameters"]["HelpRuleId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["HelpRuleDryRunResponse"];
            404: components["responses"]["NotFound"];
            "4XX": components["responses"]["ClientError"];
            "5XX": components["responses"]["ServerError"];
            default: components["responses"]["Failure"];
        };
    };
    getHelpSettings: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["HelpSettingsResponse"];
            "4XX": components["responses"]["ClientError"];
            "5XX": components["responses"]["ServerError"];
            default: components["responses"]["Failure"];
        };
    };
    updateHelpSettings: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description 1 to 255 visible ASCII characters of your choice, such as a UUID. The same key on the same
                 *     path within 24 hours never has a second effect.
                 * @example create-post-abc123
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
                /** @description The `ETag` of the settings that are meant; `412` when they have changed since. */
                "If-Match"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: components["requestBodies"]["HelpSettingsUpdateBody"];
        responses: {
            200: components["responses"]["HelpSettingsResponse"];
            409: components["responses"]["Conflict"];
            412: components["responses"]["PreconditionFailed"];
            422: components["responses"]["UnprocessableContent"];
            "4XX": components["responses"]["ClientError"];
            "5XX": components["responses"]["ServerError"];
            default: components["responses"]["Failure"];
        };
    };
    listSlaPlans: {
        parameters: {
            query?: {
                /** @description The `next_cursor` of the page before; leave it out for the first page. */
                cursor?: components["parameters"]["Cursor"];
                /**
                 * @description How many rows a page holds.
                 * @example 2
                 */
                limit?: components["parameters"]["Limit"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["SlaPlanListResponse"];
            "4XX": components["responses"]["ClientError"];
            "5XX": components["responses"]["ServerError"];
            default: components["responses"]["Failure"];
        };
    };
    createSlaPlan: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description 1 to 255 visible ASCII characters of your choice, such as a UUID. The same key on the same
                 *     path within 24 hours never has a second effect.
                 * @example create-post-abc123
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: components["requestBodies"]["SlaPlanCreateBody"];
        responses: {
            201: components["responses"]["SlaPlanCreatedResponse"];
            409: components["responses"]["Conflict"];
            422: components["responses"]["UnprocessableContent"];
            "4XX": components["responses"]["ClientError"];
            "5XX": components["responses"]["ServerError"];
            default: components["responses"]["Failure"];
        };
    };
    getSlaPlan: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The SLA plan's id.
                 * @example 81
                 */
                id: components["parameters"]["SlaPlanId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["SlaPlanResponse"];
            404: components["responses"]["NotFound"];
            "4XX": components["responses"]["ClientError"];
            "5XX": components["responses"]["ServerError"];
            default: components["responses"]["Failure"];
        };
    };
    updateSlaPlan: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description 1 to 255 visible ASCII characters of your choice, such as a UUID. The same key on the same
                 *     path within 24 hours never has a second effect.
                 * @example create-post-abc123
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                /**
                 * @description The SLA plan's id.
                 * @example 81
                 */
                id: components["parameters"]["SlaPlanId"];
            };
            cookie?: never;
        };
        requestBody: components["requestBodies"]["SlaPlanUpdateBody"];
        responses: {
            200: components["responses"]["SlaPlanResponse"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            422: components["responses"]["UnprocessableContent"];
            "4XX": components["responses"]["ClientError"];
            "5XX": components["responses"]["ServerError"];
            default: components["responses"]["Failure"];
        };
    };
    deleteSlaPlan: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description 1 to 255 visible ASCII characters of your choice, such as a UUID. The same key on the same
                 *     path within 24 hours never has a second effect.
                 * @example create-post-abc123
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                /**
                 * @description The id of an SLA plan that no queue has.
                 * @example 82
                 */
                id: components["parameters"]["UnusedSlaPlanId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["DeletedResponse"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            422: components["responses"]["UnprocessableContent"];
            "4XX": components["responses"]["ClientError"];
            "5XX": components["responses"]["ServerError"];
            default: components["responses"]["Failure"];
        };
    };
    listHelpTags: {
        parameters: {
            query?: {
                /** @description The `next_cursor` of the page before; leave it out for the first page. */
                cursor?: components["parameters"]["Cursor"];
                /**
                 * @description How many rows a page holds.
                 * @example 2
                 */
                limit?: components["parameters"]["Limit"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["HelpTagListResponse"];
            "4XX": components["responses"]["ClientError"];
            "5XX": components["responses"]["ServerError"];
            default: components["responses"]["Failure"];
        };
    };
    createHelpTag: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description 1 to 255 visible ASCII characters of your choice, such as a UUID. The same key on the same
                 *     path within 24 hours never has a second effect.
                 * @example create-post-abc123
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: components["requestBodies"]["HelpTagCreateBody"];
        responses: {
            201: components["responses"]["HelpTagCreatedResponse"];
            409: components["responses"]["Conflict"];
            422: components["responses"]["UnprocessableContent"];
            "4XX": components["responses"]["ClientError"];
            "5XX": components["responses"]["ServerError"];
            default: components["responses"]["Failure"];
        };
    };
    getHelpTag: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The tag's id.
                 * @example 31
                 */
                id: components["parameters"]["HelpTagId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["HelpTagResponse"];
            404: components["responses"]["NotFound"];
            "4XX": components["responses"]["ClientError"];
            "5XX": components["responses"]["ServerError"];
            default: components["responses"]["Failure"];
        };
    };
    updateHelpTag: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description 1 to 255 visible ASCII characters of your choice, such as a UUID. The same key on the same
                 *     path within 24 hours never has a second effect.
                 * @example create-post-abc123
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                /**
                 * @description The tag's id.
                 * @example 31
                 */
                id: components["parameters"]["HelpTagId"];
            };
            cookie?: never;
        };
        requestBody: components["requestBodies"]["HelpTagUpdateBody"];
        responses: {
            200: components["responses"]["HelpTagResponse"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            422: components["responses"]["UnprocessableContent"];
            "4XX": components["responses"]["ClientError"];
            "5XX": components["responses"]["ServerError"];
            default: components["responses"]["Failure"];
        };
    };
    deleteHelpTag: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description 1 to 255 visible ASCII characters of your choice, such as a UUID. The same key on the same
                 *     path within 24 hours never has a second effect.
                 * @example create-post-abc123
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                /**
                 * @description The tag's id.
                 * @example 31
                 */
                id: components["parameters"]["HelpTagId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["DeletedResponse"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            422: components["responses"]["UnprocessableContent"];
            "4XX": components["responses"]["ClientError"];
            "5XX": components["responses"]["ServerError"];
            default: components["responses"]["Failure"];
        };
    };
    downloadTicketAttachment: {
        parameters: {
            query?: never;
            header?: {
                /** @description One range of bytes, such as `bytes=0-1023`. */
                Range?: string;
                /** @description The `ETag` of the part that is there already; with another one the whole file comes. */
                "If-Range"?: string;
                /** @description The `ETag` of the version that is meant; `412` when the file is another one. */
                "If-Match"?: string;
                /** @description The `ETag` of the copy that is there already; `304` when it is still the file. */
                "If-None-Match"?: string;
            };
            path: {
                /**
                 * @description The attachment's id.
                 * @example 9101
                 */
                id: components["parameters"]["TicketAttachmentId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["FileContentResponse"];
            206: components["responses"]["FilePartResponse"];
            304: components["responses"]["NotModifiedResponse"];
            404: components["responses"]["NotFound"];
            412: components["responses"]["PreconditionFailed"];
            416: components["responses"]["RangeNotSatisfiable"];
            "4XX": components["responses"]["ClientError"];
            "5XX": components["responses"]["ServerError"];
            default: components["responses"]["Failure"];
        };
    };
    createTicketUpload: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description 1 to 255 visible ASCII characters of your choice, such as a UUID. The same key on the same
                 *     path within 24 hours never has a second effect.
                 * @example create-post-abc123
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: components["requestBodies"]["TicketUploadBody"];
        responses: {
            202: components["responses"]["TicketUploadResponse"];
            409: components["responses"]["Conflict"];
            422: components["responses"]["UnprocessableContent"];
            "4XX": components["responses"]["ClientError"];
            "5XX": components["responses"]["ServerError"];
            default: components["responses"]["Failure"];
        };
    };
    listTicketMessages: {
        parameters: {
            query?: {
                /** @description The `next_cursor` of the page before; leave it out for the first page. */
                cursor?: components["parameters"]["Cursor"];
                /**
                 * @description How many rows a page holds.
                 * @example 2
                 */
                limit?: components["parameters"]["Limit"];
            };
            header?: never;
            path: {
                /**
                 * @description The ticket's id, or its reference.
                 * @example 1234
                 */
                id: components["parameters"]["TicketId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["TicketMessageListResponse"];
            404: components["responses"]["NotFound"];
            "4XX": components["responses"]["ClientError"];
            "5XX": components["responses"]["ServerError"];
            default: components["responses"]["Failure"];
        };
    };
    getTicketMessageHtml: {
        parameters: {
            query?: {
                /** @description Whether pictures from elsewhere stay; `false` when left out. */
                remote_images?: boolean;
            };
            header?: never;
            path: {
                /**
                 * @description The ticket's id, or its reference.
                 * @example 1234
                 */
                id: components["parameters"]["TicketId"];
                /**
                 * @description The message's id.
                 * @example 9001
                 */
                message_id: components["parameters"]["TicketMessageId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["TicketMessageHtmlResponse"];
            404: components["responses"]["NotFound"];
            "4XX": components["responses"]["ClientError"];
            "5XX": components["responses"]["ServerError"];
            default: components["responses"]["Failure"];
        };
    };
    getTicketMessageSource: {
        parameters: {
            query?: never;
            header?: {
                /** @description One range of bytes, such as `bytes=0-1023`. */
                Range?: string;
                /** @description The `ETag` of the part that is there already; with another one the whole mail comes. */
                "If-Range"?: string;
                /** @description The `ETag` of the version that is meant; `412` when the mail is another one. */
                "If-Match"?: string;
                /** @description The `ETag` of the copy that is there already; `304` when it is still the mail. */
                "If-None-Match"?: string;
            };
            path: {
                /**
                 * @description The ticket's id, or its reference.
                 * @example 1234
                 */
                id: components["parameters"]["TicketId"];
                /**
                 * @description The message's id.
                 * @example 9001
                 */
                message_id: components["parameters"]["TicketMessageId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["MailSourceResponse"];
            206: components["responses"]["MailSourcePartResponse"];
            304: components["responses"]["NotModifiedResponse"];
            404: components["responses"]["NotFound"];
            412: components["responses"]["PreconditionFailed"];
            416: components["responses"]["RangeNotSatisfiable"];
            "4XX": components["responses"]["ClientError"];
            "5XX": components["responses"]["ServerError"];
            default: components["responses"]["Failure"];
        };
    };
    replyToTicket: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description 1 to 255 visible ASCII characters of your choice, such as a UUID. The same key on the same
                 *     path within 24 hours never has a second effect.
                 * @example create-post-abc123
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                /**
                 * @description The ticket's id, or its reference.
                 * @example 1234
                 */
                id: components["parameters"]["TicketId"];
            };
            cookie?: never;
        };
        requestBody: components["requestBodies"]["TicketReplyBody"];
        responses: {
            201: components["responses"]["TicketMessageCreatedResponse"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            422: components["responses"]["UnprocessableContent"];
            "4XX": components["responses"]["ClientError"];
            "5XX": components["responses"]["ServerError"];
            default: components["responses"]["Failure"];
        };
    };
    listTickets: {
        parameters: {
            query?: {
                /**
                 * @description Only tickets in this status; given several times, in one of these.
                 * @example [
                 *       "new",
                 *       "open"
                 *     ]
                 */
                status?: components["schemas"]["TicketStatusInput"][];
                /**
                 * @description Only tickets of this priority.
                 * @example high
                 */
                priority?: components["schemas"]["TicketPriorityInput"];
                /**
                 * @description Only tickets of this queue.
                 * @example 3
                 */
                queue_id?: components["schemas"]["Id"];
                /**
                 * @description Only tickets of this agent.
                 * @example 21
                 */
                assignee_id?: components["schemas"]["Id"];
                /**
                 * @description `true` for tickets of no agent, `false` for the others.
                 * @example false
                 */
                unassigned?: boolean;
                /**
                 * @description Only tickets in this state of their SLA.
                 * @example none
                 */
                sla_state?: components["schemas"]["TicketSlaStateInput"];
                /**
                 * @description Only tickets that their requester has rated so.
                 * @example good
                 */
                rating?: components["schemas"]["TicketRatingInput"];
                /**
                 * @description `true` for tickets that are snoozed, `false` for the others; both when left out.
                 * @example false
                 */
                snoozed?: boolean;
                /**
                 * @description Only tickets of the requester with this address, in any letter case.
                 * @example ada@example.com
                 */
                requester_email?: string;
                /**
                 * @description Only tickets that are marked with the tag of this slug.
                 * @example urgent
                 */
                tag?: components["schemas"]["Slug"];
                /**
                 * @description Only tickets that have changed at or after this time.
                 * @example 2026-05-01T00:00:00Z
                 */
                updated_since?: string;
                /**
                 * @description Words of the subject or of a message, in any form of the tenant's language, which is the setting
                 *     `help.language`. Words are combined with each other; `"…"` keeps them together, `or` means either, `-`
                 *     excludes one.
                 * @example refund
                 */
                q?: string;
                /**
                 * @description Newest first (`desc`), or oldest first (`asc`).
                 * @example asc
                 */
                order?: components["schemas"]["NewestFirst"];
                /** @description The `next_cursor` of the page before; leave it out for the first page. */
                cursor?: components["parameters"]["Cursor"];
                /**
                 * @description How many rows a page holds.
                 * @example 2
                 */
                limit?: components["parameters"]["Limit"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["TicketListResponse"];
            "4XX": components["responses"]["ClientError"];
            "5XX": components["responses"]["ServerError"];
            default: components["responses"]["Failure"];
        };
    };
    createTicket: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description 1 to 255 visible ASCII characters of your choice, such as a UUID. The same key on the same
                 *     path within 24 hours never has a second effect.
                 * @example create-post-abc123
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: components["requestBodies"]["TicketCreateBody"];
        responses: {
            201: components["responses"]["TicketCreatedResponse"];
            409: components["responses"]["Conflict"];
            422: components["responses"]["UnprocessableContent"];
            "4XX": components["responses"]["ClientError"];
            "5XX": components["responses"]["ServerError"];
            default: components["responses"]["Failure"];
        };
    };
    getTicket: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The ticket's id, or its reference.
                 * @example 1234
                 */
                id: components["parameters"]["TicketId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["TicketResponse"];
            404: components["responses"]["NotFound"];
            "4XX": components["responses"]["ClientError"];
            "5XX": components["responses"]["ServerError"];
            default: components["responses"]["Failure"];
        };
    };
    updateTicket: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description 1 to 255 visible ASCII characters of your choice, such as a UUID. The same key on the same
                 *     path within 24 hours never has a second effect.
                 * @example create-post-abc123
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
                /** @description The `ETag` of the ticket that is meant; `412` when it has changed since. */
                "If-Match"?: string;
            };
            path: {
                /**
                 * @description The ticket's id, or its reference.
                 * @example 1234
                 */
                id: components["parameters"]["TicketId"];
            };
            cookie?: never;
        };
        requestBody: components["requestBodies"]["TicketUpdateBody"];
        responses: {
            200: components["responses"]["TicketChangedResponse"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            412: components["responses"]["PreconditionFailed"];
            422: components["responses"]["UnprocessableContent"];
            "4XX": components["responses"]["ClientError"];
            "5XX": components["responses"]["ServerError"];
            default: components["responses"]["Failure"];
        };
    };
    exportTickets: {
        parameters: {
            query?: {
                /** @description The `next_cursor` of the page before; leave it out for the first page. */
                cursor?: components["parameters"]["Cursor"];
                /**
                 * @description How many rows a page holds; here more than elsewhere.
                 * @example 2
                 */
                limit?: components["parameters"]["Limit200"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["TicketExportResponse"];
            "4XX": components["responses"]["ClientError"];
            "5XX": components["responses"]["ServerError"];
            default: components["responses"]["Failure"];
        };
    };
    linkTicket: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description 1 to 255 visible ASCII characters of your choice, such as a UUID. The same key on the same
                 *     path within 24 hours never has a second effect.
                 * @example create-post-abc123
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                /**
                 * @description The ticket's id, or its reference.
                 * @example 1234
                 */
                id: components["parameters"]["TicketId"];
            };
            cookie?: never;
        };
        requestBody: components["requestBodies"]["TicketLinkBody"];
        responses: {
            200: components["responses"]["TicketChangedResponse"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            422: components["responses"]["UnprocessableContent"];
            "4XX": components["responses"]["ClientError"];
            "5XX": components["responses"]["ServerError"];
            default: components["responses"]["Failure"];
        };
    };
    mergeTicket: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description 1 to 255 visible ASCII characters of your choice, such as a UUID. The same key on the same
                 *     path within 24 hours never has a second effect.
                 * @example create-post-abc123
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                /**
                 * @description The ticket's id, or its reference.
                 * @example 1234
                 */
                id: components["parameters"]["TicketId"];
            };
            cookie?: never;
        };
        requestBody: components["requestBodies"]["TicketMergeBody"];
        responses: {
            200: components["responses"]["TicketChangedResponse"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            422: components["responses"]["UnprocessableContent"];
            "4XX": components["responses"]["ClientError"];
            "5XX": components["responses"]["ServerError"];
            default: components["responses"]["Failure"];
        };
    };
    splitTicket: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description 1 to 255 visible ASCII characters of your choice, such as a UUID. The same key on the same
                 *     path within 24 hours never has a second effect.
                 * @example create-post-abc123
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                /**
                 * @description The ticket's id, or its reference.
                 * @example 1234
                 */
                id: components["parameters"]["TicketId"];
            };
            cookie?: never;
        };
        requestBody: components["requestBodies"]["TicketSplitBody"];
        responses: {
            201: components["responses"]["TicketCreatedResponse"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            422: components["responses"]["UnprocessableContent"];
            "4XX": components["responses"]["ClientError"];
            "5XX": components["responses"]["ServerError"];
            default: components["responses"]["Failure"];
        };
    };
    setTicketStatus: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description 1 to 255 visible ASCII characters of your choice, such as a UUID. The same key on the same
                 *     path within 24 hours never has a second effect.
                 * @example create-post-abc123
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                /**
                 * @description The ticket's id, or its reference.
                 * @example 1234
                 */
                id: components["parameters"]["TicketId"];
            };
            cookie?: never;
        };
        requestBody: components["requestBodies"]["TicketStatusBody"];
        responses: {
            200: components["responses"]["TicketChangedResponse"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            422: components["responses"]["UnprocessableContent"];
            "4XX": components["responses"]["ClientError"];
            "5XX": components["responses"]["ServerError"];
            default: components["responses"]["Failure"];
        };
    };
    unlinkTicket: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description 1 to 255 visible ASCII characters of your choice, such as a UUID. The same key on the same
                 *     path within 24 hours never has a second effect.
                 * @example create-post-abc123
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                /**
                 * @description The id or reference of a ticket that is linked.
                 * @example 1232
                 */
                id: components["parameters"]["LinkedTicketId"];
            };
            cookie?: never;
        };
        requestBody: components["requestBodies"]["TicketUnlinkBody"];
        responses: {
            200: components["responses"]["TicketChangedResponse"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            422: components["responses"]["UnprocessableContent"];
            "4XX": components["responses"]["ClientError"];
            "5XX": components["responses"]["ServerError"];
            default: components["responses"]["Failure"];
        };
    };
    unmergeTicket: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description 1 to 255 visible ASCII characters of your choice, such as a UUID. The same key on the same
                 *     path within 24 hours never has a second effect.
                 * @example create-post-abc123
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                /**
                 * @description The id or reference of a ticket that was merged within the hour.
                 * @example 1231
                 */
                id: components["parameters"]["MergedTicketId"];
            };
            cookie?: never;
        };
        requestBody?: components["requestBodies"]["TicketUnmergeBody"];
        responses: {
            200: components["responses"]["TicketChangedResponse"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            422: components["responses"]["UnprocessableContent"];
            "4XX": components["responses"]["ClientError"];
            "5XX": components["responses"]["ServerError"];
            default: components["responses"]["Failure"];
        };
    };
    listHelpTopics: {
        parameters: {
            query?: {
                /**
                 * @description `false` for those that are not active; otherwise those that are.
                 * @example false
                 */
                is_active?: boolean;
                /** @description The `next_cursor` of the page before; leave it out for the first page. */
                cursor?: components["parameters"]["Cursor"];
                /**
                 * @description How many rows a page holds.
                 * @example 2
                 */
                limit?: components["parameters"]["Limit"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["HelpTopicListResponse"];
            "4XX": components["responses"]["ClientError"];
            "5XX": components["responses"]["ServerError"];
            default: components["responses"]["Failure"];
        };
    };
    createHelpTopic: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description 1 to 255 visible ASCII characters of your choice, such as a UUID. The same key on the same
                 *     path within 24 hours never has a second effect.
                 * @example create-post-abc123
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: components["requestBodies"]["HelpTopicCreateBody"];
        responses: {
            201: components["responses"]["HelpTopicCreatedResponse"];
            409: components["responses"]["Conflict"];
            422: components["responses"]["UnprocessableContent"];
            "4XX": components["responses"]["ClientError"];
            "5XX": components["responses"]["ServerError"];
            default: components["responses"]["Failure"];
        };
    };
    getHelpTopic: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The topic's id.
                 * @example 41
                 */
                id: components["parameters"]["HelpTopicId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["HelpTopicResponse"];
            404: components["responses"]["NotFound"];
            "4XX": components["responses"]["ClientError"];
            "5XX": components["responses"]["ServerError"];
            default: components["responses"]["Failure"];
        };
    };
    updateHelpTopic: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description 1 to 255 visible ASCII characters of your choice, such as a UUID. The same key on the same
                 *     path within 24 hours never has a second effect.
                 * @example create-post-abc123
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                /**
                 * @description The topic's id.
                 * @example 41
                 */
                id: components["parameters"]["HelpTopicId"];
            };
            cookie?: never;
        };
        requestBody: components["requestBodies"]["HelpTopicUpdateBody"];
        responses: {
            200: components["responses"]["HelpTopicResponse"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            422: components["responses"]["UnprocessableContent"];
            "4XX": components["responses"]["ClientError"];
            "5XX": components["responses"]["ServerError"];
            default: components["responses"]["Failure"];
        };
    };
    deleteHelpTopic: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description 1 to 255 visible ASCII characters of your choice, such as a UUID. The same key on the same
                 *     path within 24 hours never has a second effect.
                 * @example create-post-abc123
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                /**
                 * @description The id of a topic that no ticket is about.
                 * @example 42
                 */
                id: components["parameters"]["UnusedHelpTopicId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["DeletedResponse"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            422: components["responses"]["UnprocessableContent"];
            "4XX": components["responses"]["ClientError"];
            "5XX": components["responses"]["ServerError"];
            default: components["responses"]["Failure"];
        };
    };
    listKnowComments: {
        parameters: {
            query?: {
                /**
                 * @description Only comments in this status.
                 * @example open
                 */
                status?: components["schemas"]["KnowCommentStatusInput"];
                /** @description The `next_cursor` of the page before; leave it out for the first page. */
                cursor?: components["parameters"]["Cursor"];
                /**
                 * @description How many rows a page holds.
                 * @example 2
                 */
                limit?: components["parameters"]["Limit"];
            };
            header?: never;
            path: {
                /**
                 * @description The page's slug, or a former one.
                 * @example getting-started
                 */
                slug: components["parameters"]["KnowPageSlug"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["KnowCommentListResponse"];
            404: components["responses"]["NotFound"];
            "4XX": components["responses"]["ClientError"];
            "5XX": components["responses"]["ServerError"];
            default: components["responses"]["Failure"];
        };
    };
    createKnowComment: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description 1 to 255 visible ASCII characters of your choice, such as a UUID. The same key on the same
                 *     path within 24 hours never has a second effect.
                 * @example create-post-abc123
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                /**
                 * @description The page's slug, or a former one.
                 * @example getting-started
                 */
                slug: components["parameters"]["KnowPageSlug"];
            };
            cookie?: never;
        };
        requestBody: components["requestBodies"]["KnowCommentCreateBody"];
        responses: {
            201: components["responses"]["KnowCommentCreatedResponse"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            422: components["responses"]["UnprocessableContent"];
            "4XX": components["responses"]["ClientError"];
            "5XX": components["responses"]["ServerError"];
            default: components["responses"]["Failure"];
        };
    };
    getKnowComment: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The comment's id.
                 * @example 8501
                 */
                id: components["parameters"]["KnowCommentId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["KnowCommentResponse"];
            404: components["responses"]["NotFound"];
            "4XX": components["responses"]["ClientError"];
            "5XX": components["responses"]["ServerError"];
            default: components["responses"]["Failure"];
        };
    };
    updateKnowComment: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description 1 to 255 visible ASCII characters of your choice, such as a UUID. The same key on the same
                 *     path within 24 hours never has a second effect.
                 * @example create-post-abc123
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                /**
                 * @description The comment's id.
                 * @example 8501
                 */
                id: components["parameters"]["KnowCommentId"];
            };
            cookie?: never;
        };
        requestBody: components["requestBodies"]["KnowCommentUpdateBody"];
        responses: {
            200: components["responses"]["KnowCommentResponse"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            422: components["responses"]["UnprocessableContent"];
            "4XX": components["responses"]["ClientError"];
            "5XX": components["responses"]["ServerError"];
            default: components["responses"]["Failure"];
        };
    };
    deleteKnowComment: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description 1 to 255 visible ASCII characters of your choice, such as a UUID. The same key on the same
                 *     path within 24 hours never has a second effect.
                 * @example create-post-abc123
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                /**
                 * @description The comment's id.
                 * @example 8501
                 */
                id: components["parameters"]["KnowCommentId"];
            };
            cookie?: never;
        };
        requestBody?: components["requestBodies"]["KnowActorBody"];
        responses: {
            200: components["responses"]["DeletedResponse"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            422: components["responses"]["UnprocessableContent"];
            "4XX": components["responses"]["ClientError"];
            "5XX": components["responses"]["ServerError"];
            default: components["responses"]["Failure"];
        };
    };
    reopenKnowComment: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description 1 to 255 visible ASCII characters of your choice, such as a UUID. The same key on the same
                 *     path within 24 hours never has a second effect.
                 * @example create-post-abc123
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                /**
                 * @description The id of a comment that is resolved.
                 * @example 8502
                 */
                id: components["parameters"]["ResolvedKnowCommentId"];
            };
            cookie?: never;
        };
        requestBody?: components["requestBodies"]["KnowActorBody"];
        responses: {
            200: components["responses"]["KnowCommentResponse"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            422: components["responses"]["UnprocessableContent"];
            "4XX": components["responses"]["ClientError"];
            "5XX": components["responses"]["ServerError"];
            default: components["responses"]["Failure"];
        };
    };
    listKnowReplies: {
        parameters: {
            query?: {
                /** @description The `next_cursor` of the page before; leave it out for the first page. */
                cursor?: components["parameters"]["Cursor"];
                /**
                 * @description How many rows a page holds.
                 * @example 2
                 */
                limit?: components["parameters"]["Limit"];
            };
            header?: never;
            path: {
                /**
                 * @description The comment's id.
                 * @example 8501
                 */
                id: components["parameters"]["KnowCommentId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["KnowReplyListResponse"];
            404: components["responses"]["NotFound"];
            "4XX": components["responses"]["ClientError"];
            "5XX": components["responses"]["ServerError"];
            default: components["responses"]["Failure"];
        };
    };
    resolveKnowComment: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description 1 to 255 visible ASCII characters of your choice, such as a UUID. The same key on the same
                 *     path within 24 hours never has a second effect.
                 * @example create-post-abc123
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                /**
                 * @description The comment's id.
                 * @example 8501
                 */
                id: components["parameters"]["KnowCommentId"];
            };
            cookie?: never;
        };
        requestBody?: components["requestBodies"]["KnowActorBody"];
        responses: {
            200: components["responses"]["KnowCommentResponse"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            422: components["responses"]["UnprocessableContent"];
            "4XX": components["responses"]["ClientError"];
            "5XX": components["responses"]["ServerError"];
            default: components["responses"]["Failure"];
        };
    };
    listBrokenKnowLinks: {
        parameters: {
            query?: {
                /** @description The `next_cursor` of the page before; leave it out for the first page. */
                cursor?: components["parameters"]["Cursor"];
                /**
                 * @description How many rows a page holds.
                 * @example 2
                 */
                limit?: components["parameters"]["Limit"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["KnowLinkListResponse"];
            "4XX": components["responses"]["ClientError"];
            "5XX": components["responses"]["ServerError"];
            default: components["responses"]["Failure"];
        };
    };
    listKnowBacklinks: {
        parameters: {
            query?: {
                /** @description The `next_cursor` of the page before; leave it out for the first page. */
                cursor?: components["parameters"]["Cursor"];
                /**
                 * @description How many rows a page holds.
                 * @example 2
                 */
                limit?: components["parameters"]["Limit"];
            };
            header?: never;
            path: {
                /**
                 * @description The page's slug, or a former one.
                 * @example getting-started
                 */
                slug: components["parameters"]["KnowPageSlug"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["KnowLinkListResponse"];
            404: components["responses"]["NotFound"];
            "4XX": components["responses"]["ClientError"];
            "5XX": components["responses"]["ServerError"];
            default: components["responses"]["Failure"];
        };
    };
    listKnowPages: {
        parameters: {
            query?: {
                /**
                 * @description Only pages whose title or slug has this text in it, in any letter case, with or without accents. When more
                 *     than 1,000 are found, the newest 1,000 are listed and counted.
                 * @example started
                 */
                q?: components["schemas"]["KnowQuery"];
                /**
                 * @description Only pages with this tag, in any letter case; a hyphen stands for a space as well.
                 * @example basics
                 */
                tag?: string;
                /**
                 * @description Only pages that this member has created.
                 * @example 312
                 */
                author_id?: components["schemas"]["Id"];
                /** @description The `next_cursor` of the page before; leave it out for the first page. */
                cursor?: components["parameters"]["Cursor"];
                /**
                 * @description How many rows a page holds.
                 * @example 2
                 */
                limit?: components["parameters"]["Limit"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["KnowPageListResponse"];
            "4XX": components["responses"]["ClientError"];
            "5XX": components["responses"]["ServerError"];
            default: components["responses"]["Failure"];
        };
    };
    createKnowPage: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description 1 to 255 visible ASCII characters of your choice, such as a UUID. The same key on the same
                 *     path within 24 hours never has a second effect.
                 * @example create-post-abc123
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: components["requestBodies"]["KnowPageCreateBody"];
        responses: {
            201: components["responses"]["KnowPageCreatedResponse"];
            409: components["responses"]["Conflict"];
            422: components["responses"]["UnprocessableContent"];
            "4XX": components["responses"]["ClientError"];
            "5XX": components["responses"]["ServerError"];
            default: components["responses"]["Failure"];
        };
    };
    getKnowPage: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The page's slug, or a former one.
                 * @example getting-started
                 */
                slug: components["parameters"]["KnowPageSlug"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["KnowPageResponse"];
            301: components["responses"]["KnowPageMovedResponse"];
            404: components["responses"]["NotFound"];
            "4XX": components["responses"]["ClientError"];
            "5XX": components["responses"]["ServerError"];
            default: components["responses"]["Failure"];
        };
    };
    updateKnowPage: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description 1 to 255 visible ASCII characters of your choice, such as a UUID. The same key on the same
                 *     path within 24 hours never has a second effect.
                 * @example create-post-abc123
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
                /** @description The `ETag` of the page that is meant; `412` when it has changed since. */
                "If-Match"?: string;
            };
            path: {
                /**
                 * @description The page's slug, or a former one.
                 * @example getting-started
                 */
                slug: components["parameters"]["KnowPageSlug"];
            };
            cookie?: never;
        };
        requestBody: components["requestBodies"]["KnowPageUpdateBody"];
        responses: {
            200: components["responses"]["KnowPageChangedResponse"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            412: components["responses"]["PreconditionFailed"];
            422: components["responses"]["UnprocessableContent"];
            "4XX": components["responses"]["ClientError"];
            "5XX": components["responses"]["ServerError"];
            default: components["responses"]["Failure"];
        };
    };
    deleteKnowPage: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description 1 to 255 visible ASCII characters of your choice, such as a UUID. The same key on the same
                 *     path within 24 hours never has a second effect.
                 * @example create-post-abc123
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                /**
                 * @description The page's slug, or a former one.
                 * @example getting-started
                 */
                slug: components["parameters"]["KnowPageSlug"];
            };
            cookie?: never;
        };
        requestBody?: components["requestBodies"]["KnowActorBody"];
        responses: {
            200: components["responses"]["DeletedResponse"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            422: components["responses"]["UnprocessableContent"];
            "4XX": components["responses"]["ClientError"];
            "5XX": components["responses"]["ServerError"];
            default: components["responses"]["Failure"];
        };
    };
    listKnowReviews: {
        parameters: {
            query?: {
                /**
                 * @description Only pages that this member reviews.
                 * @example 312
                 */
                owner_id?: components["schemas"]["Id"];
                /**
                 * @description `true` for pages that are due, `false` for the others.
                 * @example true
                 */
                is_due?: boolean;
                /** @description The `next_cursor` of the page before; leave it out for the first page. */
                cursor?: components["parameters"]["Cursor"];
                /**
                 * @description How many rows a page holds.
                 * @example 2
                 */
                limit?: components["parameters"]["Limit"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["KnowReviewListResponse"];
            "4XX": components["responses"]["ClientError"];
            "5XX": components["responses"]["ServerError"];
            default: components["responses"]["Failure"];
        };
    };
    getKnowReview: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The page's slug, or a former one.
                 * @example getting-started
                 */
                slug: components["parameters"]["KnowPageSlug"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["KnowReviewResponse"];
            404: components["responses"]["NotFound"];
            "4XX": components["responses"]["ClientError"];
            "5XX": components["responses"]["ServerError"];
            default: components["responses"]["Failure"];
        };
    };
    setKnowReview: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description 1 to 255 visible ASCII characters of your choice, such as a UUID. The same key on the same
                 *     path within 24 hours never has a second effect.
                 * @example create-post-abc123
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                /**
                 * @description The page's slug, or a former one.
                 * @example getting-started
                 */
                slug: components["parameters"]["KnowPageSlug"];
            };
            cookie?: never;
        };
        requestBody: components["requestBodies"]["KnowReviewSetBody"];
        responses: {
            200: components["responses"]["KnowReviewResponse"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            422: components["responses"]["UnprocessableContent"];
            "4XX": components["responses"]["ClientError"];
            "5XX": components["responses"]["ServerError"];
            default: components["responses"]["Failure"];
        };
    };
    deleteKnowReview: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description 1 to 255 visible ASCII characters of your choice, such as a UUID. The same key on the same
                 *     path within 24 hours never has a second effect.
                 * @example create-post-abc123
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                /**
                 * @description The page's slug, or a former one.
                 * @example getting-started
                 */
                slug: components["parameters"]["KnowPageSlug"];
            };
            cookie?: never;
        };
        requestBody?: components["requestBodies"]["KnowActorBody"];
        responses: {
            200: components["responses"]["DeletedResponse"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            422: components["responses"]["UnprocessableContent"];
            "4XX": components["responses"]["ClientError"];
            "5XX": components["responses"]["ServerError"];
            default: components["responses"]["Failure"];
        };
    };
    reviewKnowPage: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description 1 to 255 visible ASCII characters of your choice, such as a UUID. The same key on the same
                 *     path within 24 hours never has a second effect.
                 * @example create-post-abc123
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                /**
                 * @description The page's slug, or a former one.
                 * @example getting-started
                 */
                slug: components["parameters"]["KnowPageSlug"];
            };
            cookie?: never;
        };
        requestBody?: components["requestBodies"]["KnowActorBody"];
        responses: {
            200: components["responses"]["KnowReviewResponse"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            422: components["responses"]["UnprocessableContent"];
            "4XX": components["responses"]["ClientError"];
            "5XX": components["responses"]["ServerError"];
            default: components["responses"]["Failure"];
        };
    };
    listKnowRevisions: {
        parameters: {
            query?: {
                /**
                 * @description Only revisions in this status.
                 * @example pending
                 */
                status?: components["schemas"]["KnowRevisionStatusInput"];
                /** @description The `next_cursor` of the page before; leave it out for the first page. */
                cursor?: components["parameters"]["Cursor"];
                /**
                 * @description How many rows a page holds.
                 * @example 2
                 */
                limit?: components["parameters"]["Limit"];
            };
            header?: never;
            path: {
                /**
                 * @description The page's slug, or a former one.
                 * @example getting-started
                 */
                slug: components["parameters"]["KnowPageSlug"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["KnowRevisionListResponse"];
            404: components["responses"]["NotFound"];
            "4XX": components["responses"]["ClientError"];
            "5XX": components["responses"]["ServerError"];
            default: components["responses"]["Failure"];
        };
    };
    proposeKnowRevision: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description 1 to 255 visible ASCII characters of your choice, such as a UUID. The same key on the same
                 *     path within 24 hours never has a second effect.
                 * @example create-post-abc123
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                /**
                 * @description The page's slug, or a former one.
                 * @example getting-started
                 */
                slug: components["parameters"]["KnowPageSlug"];
            };
            cookie?: never;
        };
        requestBody: components["requestBodies"]["KnowRevisionProposeBody"];
        responses: {
            201: components["responses"]["KnowRevisionProposedResponse"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            422: components["responses"]["UnprocessableContent"];
            "4XX": components["responses"]["ClientError"];
            "5XX": components["responses"]["ServerError"];
            default: components["responses"]["Failure"];
        };
    };
    getKnowRevision: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The revision's id.
                 * @example 8102
                 */
                id: components["parameters"]["KnowRevisionId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["KnowRevisionResponse"];
            404: components["responses"]["NotFound"];
            "4XX": components["responses"]["ClientError"];
            "5XX": components["responses"]["ServerError"];
            default: components["responses"]["Failure"];
        };
    };
    approveKnowRevision: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description 1 to 255 visible ASCII characters of your choice, such as a UUID. The same key on the same
                 *     path within 24 hours never has a second effect.
                 * @example create-post-abc123
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                /**
                 * @description The id of a revision that is pending.
                 * @example 8103
                 */
                id: components["parameters"]["PendingKnowRevisionId"];
            };
            cookie?: never;
        };
        requestBody?: components["requestBodies"]["KnowRevisionApproveBody"];
        responses: {
            200: components["responses"]["KnowRevisionResponse"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            422: components["responses"]["UnprocessableContent"];
            "4XX": components["responses"]["ClientError"];
            "5XX": components["responses"]["ServerError"];
            default: components["responses"]["Failure"];
        };
    };
    getKnowDiff: {
        parameters: {
            query?: {
                /**
                 * @description The revision to compare with, of any page; when left out, the one that this was written from, and of a
                 *     first revision the empty text.
                 * @example 8101
                 */
                from?: components["schemas"]["Id"];
                /**
                 * @description How fine the parts are.
                 * @example words
                 */
                by?: components["schemas"]["KnowDiffUnitInput"];
                /**
                 * @description As `parts` (`json`), or as `html` to show.
                 * @example html
                 */
                format?: components["schemas"]["KnowDiffFormat"];
            };
            header?: never;
            path: {
                /**
                 * @description The revision's id.
                 * @example 8102
                 */
                id: components["parameters"]["KnowRevisionId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["KnowDiffResponse"];
            404: components["responses"]["NotFound"];
            "4XX": components["responses"]["ClientError"];
            "5XX": components["responses"]["ServerError"];
            default: components["responses"]["Failure"];
        };
    };
    rejectKnowRevision: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description 1 to 255 visible ASCII characters of your choice, such as a UUID. The same key on the same
                 *     path within 24 hours never has a second effect.
                 * @example create-post-abc123
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                /**
                 * @description The id of a revision that is pending.
                 * @example 8103
                 */
                id: components["parameters"]["PendingKnowRevisionId"];
            };
            cookie?: never;
        };
        requestBody: components["requestBodies"]["KnowRevisionRejectBody"];
        responses: {
            200: components["responses"]["KnowRevisionResponse"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            422: components["responses"]["UnprocessableContent"];
            "4XX": components["responses"]["ClientError"];
            "5XX": components["responses"]["ServerError"];
            default: components["responses"]["Failure"];
        };
    };
    restoreKnowRevision: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description 1 to 255 visible ASCII characters of your choice, such as a UUID. The same key on the same
                 *     path within 24 hours never has a second effect.
                 * @example create-post-abc123
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
                /** @description The `ETag` of the page that is meant; `412` when it has changed since. */
                "If-Match"?: string;
            };
            path: {
                /**
                 * @description The revision's id.
                 * @example 8102
                 */
                id: components["parameters"]["KnowRevisionId"];
            };
            cookie?: never;
        };
        requestBody?: components["requestBodies"]["KnowActorBody"];
        responses: {
            200: components["responses"]["KnowRevisionResponse"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            412: components["responses"]["PreconditionFailed"];
            422: components["responses"]["UnprocessableContent"];
            "4XX": components["responses"]["ClientError"];
            "5XX": components["responses"]["ServerError"];
            default: components["responses"]["Failure"];
        };
    };
    searchKnow: {
        parameters: {
            query: {
                /**
                 * @description What to look for.
                 * @example controller
                 */
                q: string;
                /**
                 * @description Only pages with this tag, in any letter case; a hyphen stands for a space as well.
                 * @example basics
                 */
                tag?: string;
                /**
                 * @description Only pages that this member has created.
                 * @example 312
                 */
                author_id?: components["schemas"]["Id"];
                /** @description The `next_cursor` of the page before; leave it out for the first page. */
                cursor?: components["parameters"]["Cursor"];
                /**
                 * @description How many rows a page holds.
                 * @example 2
                 */
                limit?: components["parameters"]["Limit"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["KnowHitListResponse"];
            422: components["responses"]["UnprocessableContent"];
            "4XX": components["responses"]["ClientError"];
            "5XX": components["responses"]["ServerError"];
            default: components["responses"]["Failure"];
        };
    };
    listKnowTrash: {
        parameters: {
            query?: {
                /** @description The `next_cursor` of the page before; leave it out for the first page. */
                cursor?: components["parameters"]["Cursor"];
                /**
                 * @description How many rows a page holds.
                 * @example 2
                 */
                limit?: components["parameters"]["Limit"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["KnowTrashListResponse"];
            "4XX": components["responses"]["ClientError"];
            "5XX": components["responses"]["ServerError"];
            default: components["responses"]["Failure"];
        };
    };
    purgeKnowPage: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description 1 to 255 visible ASCII characters of your choice, such as a UUID. The same key on the same
                 *     path within 24 hours never has a second effect.
                 * @example create-post-abc123
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                /**
                 * @description The id of the deleted page.
                 * @example 84
                 */
                id: components["parameters"]["PurgedKnowPageId"];
            };
            cookie?: never;
        };
        requestBody?: components["requestBodies"]["KnowActorBody"];
        responses: {
            200: components["responses"]["DeletedResponse"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            422: components["responses"]["UnprocessableContent"];
            "4XX": components["responses"]["ClientError"];
            "5XX": components["responses"]["ServerError"];
            default: components["responses"]["Failure"];
        };
    };
    restoreKnowPage: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description 1 to 255 visible ASCII characters of your choice, such as a UUID. The same key on the same
                 *     path within 24 hours never has a second effect.
                 * @example create-post-abc123
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                /**
                 * @description The id of the deleted page.
                 * @example 83
                 */
                id: components["parameters"]["TrashedKnowPageId"];
            };
            cookie?: never;
        };
        requestBody?: components["requestBodies"]["KnowActorBody"];
        responses: {
            200: components["responses"]["KnowPageChangedResponse"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            422: components["responses"]["UnprocessableContent"];
            "4XX": components["responses"]["ClientError"];
            "5XX": components["responses"]["ServerError"];
            default: components["responses"]["Failure"];
        };
    };
    getKnowVote: {
        parameters: {
            query?: {
                /**
                 * @description Another member whose vote it is.
                 * @example 312
                 */
                user_id?: components["schemas"]["Id"];
            };
            header?: never;
            path: {
                /**
                 * @description The page's slug, or a former one.
                 * @example getting-started
                 */
                slug: components["parameters"]["KnowPageSlug"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["KnowVoteResponse"];
            404: components["responses"]["NotFound"];
            "4XX": components["responses"]["ClientError"];
            "5XX": components["responses"]["ServerError"];
            default: components["responses"]["Failure"];
        };
    };
    voteKnowPage: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description 1 to 255 visible ASCII characters of your choice, such as a UUID. The same key on the same
                 *     path within 24 hours never has a second effect.
                 * @example create-post-abc123
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                /**
                 * @description The page's slug, or a former one.
                 * @example getting-started
                 */
                slug: components["parameters"]["KnowPageSlug"];
            };
            cookie?: never;
        };
        requestBody: components["requestBodies"]["KnowVoteBody"];
        responses: {
            200: components["responses"]["KnowVoteResponse"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            422: components["responses"]["UnprocessableContent"];
            "4XX": components["responses"]["ClientError"];
            "5XX": components["responses"]["ServerError"];
            default: components["responses"]["Failure"];
        };
    };
    bulkScim: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: components["requestBodies"]["ScimBulkBody"];
        responses: {
            200: components["responses"]["ScimBulkResponse"];
            "4XX": components["responses"]["ScimClientError"];
            "5XX": components["responses"]["ScimServerError"];
            default: components["responses"]["ScimFailure"];
        };
    };
    getScimConfig: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["ScimConfigResponse"];
            "4XX": components["responses"]["ScimClientError"];
            "5XX": components["responses"]["ScimServerError"];
            default: components["responses"]["ScimFailure"];
        };
    };
    listScimResourceTypes: {
        parameters: {
            query?: {
                /**
                 * @description Discovery takes none.
                 * @example
                 */
                filter?: components["parameters"]["ScimForbiddenFilter"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["ScimResourceTypeListResponse"];
            "4XX": components["responses"]["ScimClientError"];
            "5XX": components["responses"]["ScimServerError"];
            default: components["responses"]["ScimFailure"];
        };
    };
    getScimResourceType: {
        parameters: {
            query?: {
                /**
                 * @description Discovery takes none.
                 * @example
                 */
                filter?: components["parameters"]["ScimForbiddenFilter"];
            };
            header?: never;
            path: {
                /**
                 * @description The resource type's name.
                 * @example User
                 */
                name: components["parameters"]["ScimResourceTypeName"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["ScimResourceTypeResponse"];
            "4XX": components["responses"]["ScimClientError"];
            "5XX": components["responses"]["ScimServerError"];
            default: components["responses"]["ScimFailure"];
        };
    };
    listScimSchemas: {
        parameters: {
            query?: {
                /**
                 * @description Discovery takes none.
                 * @example
                 */
                filter?: components["parameters"]["ScimForbiddenFilter"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["ScimSchemaListResponse"];
            "4XX": components["responses"]["ScimClientError"];
            "5XX": components["responses"]["ScimServerError"];
            default: components["responses"]["ScimFailure"];
        };
    };
    getScimSchema: {
        parameters: {
            query?: {
                /**
                 * @description Discovery takes none.
                 * @example
                 */
                filter?: components["parameters"]["ScimForbiddenFilter"];
            };
            header?: never;
            path: {
                /**
                 * @description The schema's URN.
                 * @example urn:ietf:params:scim:schemas:core:2.0:User
                 */
                urn: components["parameters"]["ScimSchemaUrn"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["ScimSchemaResponse"];
            "4XX": components["responses"]["ScimClientError"];
            "5XX": components["responses"]["ScimServerError"];
            default: components["responses"]["ScimFailure"];
        };
    };
    listScimGroups: {
        parameters: {
            query?: {
                /**
                 * @description A filter (RFC 7644, 3.4.2.2); a longer one goes into a search.
                 * @example displayName eq "Gardeners"
                 */
                filter?: components["parameters"]["ScimGroupFilter"];
                /**
                 * @description The attribute to sort by; by `members` nothing is sorted.
                 * @example displayName
                 */
                sortBy?: components["parameters"]["ScimGroupSortBy"];
                /**
                 * @description Ascending unless it says `descending`.
                 * @example descending
                 */
                sortOrder?: components["parameters"]["ScimSortOrder"];
                /**
                 * @description The place of the first resource of the page, from 1; below 1 means 1.
                 * @example 1
                 */
                startIndex?: components["parameters"]["ScimStartIndex"];
                /**
                 * @description The most resources of a page; below 0 means 0, above 200 means 200.
                 * @example 50
                 */
                count?: components["parameters"]["ScimCount"];
                /**
                 * @description The `nextCursor` or `previousCursor` of a page (RFC 9865); empty for the first one.
                 * @example
                 */
                cursor?: components["parameters"]["ScimCursor"];
                /**
                 * @description Attributes to answer, separated by commas, in place of the usual ones.
                 * @example displayName,externalId
                 */
                attributes?: components["parameters"]["ScimGroupAttributes"];
                /**
                 * @description Attributes to leave out, separated by commas.
                 * @example members
                 */
                excludedAttributes?: components["parameters"]["ScimGroupExcludedAttributes"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["ScimGroupListResponse"];
            "4XX": components["responses"]["ScimClientError"];
            "5XX": components["responses"]["ScimServerError"];
            default: components["responses"]["ScimFailure"];
        };
    };
    createScimGroup: {
        parameters: {
            query?: {
                /**
                 * @description Attributes to answer, separated by commas, in place of the usual ones.
                 * @example displayName,externalId
                 */
                attributes?: components["parameters"]["ScimGroupAttributes"];
                /**
                 * @description Attributes to leave out, separated by commas.
                 * @example members
                 */
                excludedAttributes?: components["parameters"]["ScimGroupExcludedAttributes"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: components["requestBodies"]["ScimGroupBody"];
        responses: {
            201: components["responses"]["ScimGroupCreatedResponse"];
            "4XX": components["responses"]["ScimClientError"];
            "5XX": components["responses"]["ScimServerError"];
            default: components["responses"]["ScimFailure"];
        };
    };
    getScimGroup: {
        parameters: {
            query?: {
                /**
                 * @description Attributes to answer, separated by commas, in place of the usual ones.
                 * @example displayName,externalId
                 */
                attributes?: components["parameters"]["ScimGroupAttributes"];
                /**
                 * @description Attributes to leave out, separated by commas.
                 * @example members
                 */
                excludedAttributes?: components["parameters"]["ScimGroupExcludedAttributes"];
            };
            header?: {
                /**
                 * @description The `ETag` of the copy that is there already; `304` when it is still the resource.
                 * @example W/"0"
                 */
                "If-None-Match"?: components["parameters"]["ScimIfNoneMatch"];
            };
            path: {
                /**
                 * @description The group's id.
                 * @example 331
                 */
                id: components["parameters"]["ScimGroupId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["ScimGroupResponse"];
            "4XX": components["responses"]["ScimClientError"];
            "5XX": components["responses"]["ScimServerError"];
            default: components["responses"]["ScimFailure"];
        };
    };
    replaceScimGroup: {
        parameters: {
            query?: {
                /**
                 * @description Attributes to answer, separated by commas, in place of the usual ones.
                 * @example displayName,externalId
                 */
                attributes?: components["parameters"]["ScimGroupAttributes"];
                /**
                 * @description Attributes to leave out, separated by commas.
                 * @example members
                 */
                excludedAttributes?: components["parameters"]["ScimGroupExcludedAttributes"];
            };
            header?: {
                /**
                 * @description The `ETag` of the version that is meant; `412` when the resource has changed since.
                 * @example *
                 */
                "If-Match"?: components["parameters"]["ScimIfMatch"];
            };
            path: {
                /**
                 * @description The group's id.
                 * @example 331
                 */
                id: components["parameters"]["ScimGroupId"];
            };
            cookie?: never;
        };
        requestBody: components["requestBodies"]["ScimGroupBody"];
        responses: {
            200: components["responses"]["ScimGroupResponse"];
            "4XX": components["responses"]["ScimClientError"];
            "5XX": components["responses"]["ScimServerError"];
            default: components["responses"]["ScimFailure"];
        };
    };
    deleteScimGroup: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description The `ETag` of the version that is meant; `412` when the resource has changed since.
                 * @example *
                 */
                "If-Match"?: components["parameters"]["ScimIfMatch"];
            };
            path: {
                /**
                 * @description The group's id.
                 * @example 331
                 */
                id: components["parameters"]["ScimGroupId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            204: components["responses"]["ScimDeletedResponse"];
            "4XX": components["responses"]["ScimClientError"];
            "5XX": components["responses"]["ScimServerError"];
            default: components["responses"]["ScimFailure"];
        };
    };
    patchScimGroup: {
        parameters: {
            query?: {
                /**
                 * @description Attributes to answer, separated by commas, in place of the usual ones.
                 * @example displayName,externalId
                 */
                attributes?: components["parameters"]["ScimGroupAttributes"];
                /**
                 * @description Attributes to leave out, separated by commas.
                 * @example members
                 */
                excludedAttributes?: components["parameters"]["ScimGroupExcludedAttributes"];
            };
            header?: {
                /**
                 * @description The `ETag` of the version that is meant; `412` when the resource has changed since.
                 * @example *
                 */
                "If-Match"?: components["parameters"]["ScimIfMatch"];
            };
            path: {
                /**
                 * @description The group's id.
                 * @example 331
                 */
                id: components["parameters"]["ScimGroupId"];
            };
            cookie?: never;
        };
        requestBody: components["requestBodies"]["ScimGroupPatchBody"];
        responses: {
            200: components["responses"]["ScimGroupResponse"];
            204: components["responses"]["ScimPatchedResponse"];
            "4XX": components["responses"]["ScimClientError"];
            "5XX": components["responses"]["ScimServerError"];
            default: components["responses"]["ScimFailure"];
        };
    };
    searchScimGroups: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: components["requestBodies"]["ScimGroupSearchBody"];
        responses: {
            200: components["responses"]["ScimGroupListResponse"];
            "4XX": components["responses"]["ScimClientError"];
            "5XX": components["responses"]["ScimServerError"];
            default: components["responses"]["ScimFailure"];
        };
    };
    adoptScimMember: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description 1 to 255 visible ASCII characters of your choice, such as a UUID. The same key on the same
                 *     path within 24 hours never has a second effect.
                 * @example create-post-abc123
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: components["requestBodies"]["ScimMemberAdoptBody"];
        responses: {
            201: components["responses"]["ScimMemberResponse"];
            409: components["responses"]["Conflict"];
            422: components["responses"]["UnprocessableContent"];
            "4XX": components["responses"]["ClientError"];
            "5XX": components["responses"]["ServerError"];
            default: components["responses"]["Failure"];
        };
    };
    releaseScimMember: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description 1 to 255 visible ASCII characters of your choice, such as a UUID. The same key on the same
                 *     path within 24 hours never has a second effect.
                 * @example create-post-abc123
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                /**
                 * @description The member's id.
                 * @example 323
                 */
                id: components["parameters"]["ScimMemberId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["ScimMemberReleasedResponse"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            422: components["responses"]["UnprocessableContent"];
            "4XX": components["responses"]["ClientError"];
            "5XX": components["responses"]["ServerError"];
            default: components["responses"]["Failure"];
        };
    };
    listScimRequests: {
        parameters: {
            query?: {
                /** @description The `next_cursor` of the page before; leave it out for the first page. */
                cursor?: components["parameters"]["Cursor"];
                /**
                 * @description How many rows a page holds.
                 * @example 2
                 */
                limit?: components["parameters"]["Limit"];
                /**
                 * @description Only requests with this token.
                 * @example 4
                 */
                token_id?: components["schemas"]["Id"];
                /**
                 * @description Only requests about this member.
                 * @example 321
                 */
                user_id?: components["schemas"]["Id"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["ScimRequestListResponse"];
            "4XX": components["responses"]["ClientError"];
            "5XX": components["responses"]["ServerError"];
            default: components["responses"]["Failure"];
        };
    };
    getScimRequest: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The provisioning request's id.
                 * @example 71
                 */
                id: components["parameters"]["ScimRequestId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["ScimRequestResponse"];
            404: components["responses"]["NotFound"];
            "4XX": components["responses"]["ClientError"];
            "5XX": components["responses"]["ServerError"];
            default: components["responses"]["Failure"];
        };
    };
    searchScim: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: components["requestBodies"]["ScimSearchBody"];
        responses: {
            200: components["responses"]["ScimSearchResponse"];
            "4XX": components["responses"]["ScimClientError"];
            "5XX": components["responses"]["ScimServerError"];
            default: components["responses"]["ScimFailure"];
        };
    };
    listScimTokens: {
        parameters: {
            query?: {
                /** @description The `next_cursor` of the page before; leave it out for the first page. */
                cursor?: components["parameters"]["Cursor"];
                /**
                 * @description How many rows a page holds.
                 * @example 2
                 */
                limit?: components["parameters"]["Limit"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["ScimTokenListResponse"];
            "4XX": components["responses"]["ClientError"];
            "5XX": components["responses"]["ServerError"];
            default: components["responses"]["Failure"];
        };
    };
    createScimToken: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description 1 to 255 visible ASCII characters of your choice, such as a UUID. The same key on the same
                 *     path within 24 hours never has a second effect.
                 * @example create-post-abc123
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: components["requestBodies"]["ScimTokenCreateBody"];
        responses: {
            201: components["responses"]["ScimTokenCreatedResponse"];
            409: components["responses"]["Conflict"];
            422: components["responses"]["UnprocessableContent"];
            "4XX": components["responses"]["ClientError"];
            "5XX": components["responses"]["ServerError"];
            default: components["responses"]["Failure"];
        };
    };
    getScimToken: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The token's id.
                 * @example 4
                 */
                id: components["parameters"]["ScimTokenId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["ScimTokenResponse"];
            404: components["responses"]["NotFound"];
            "4XX": components["responses"]["ClientError"];
            "5XX": components["responses"]["ServerError"];
            default: components["responses"]["Failure"];
        };
    };
    rotateScimToken: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description 1 to 255 visible ASCII characters of your choice, such as a UUID. The same key on the same
                 *     path within 24 hours never has a second effect.
                 * @example create-post-abc123
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                /**
                 * @description The token's id.
                 * @example 4
                 */
                id: components["parameters"]["ScimTokenId"];
            };
            cookie?: never;
        };
        requestBody?: components["requestBodies"]["ScimTokenRotateBody"];
        responses: {
            200: components["responses"]["ScimTokenRotatedResponse"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            422: components["responses"]["UnprocessableContent"];
            "4XX": components["responses"]["ClientError"];
            "5XX": components["responses"]["ServerError"];
            default: components["responses"]["Failure"];
        };
    };
    revokeScimToken: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description 1 to 255 visible ASCII characters of your choice, such as a UUID. The same key on the same
                 *     path within 24 hours never has a second effect.
                 * @example create-post-abc123
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                /**
                 * @description The token's id.
                 * @example 4
                 */
                id: components["parameters"]["ScimTokenId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["ScimTokenResponse"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            422: components["responses"]["UnprocessableContent"];
            "4XX": components["responses"]["ClientError"];
            "5XX": components["responses"]["ServerError"];
            default: components["responses"]["Failure"];
        };
    };
    listScimUsers: {
        parameters: {
            query?: {
                /**
                 * @description A filter (RFC 7644, 3.4.2.2); a longer one goes into a search.
                 * @example userName eq "anna@example.com"
                 */
                filter?: components["parameters"]["ScimFilter"];
                /**
                 * @description The attribute to sort by; of several values the primary one counts, or else the first.
                 * @example name.familyName
                 */
                sortBy?: components["parameters"]["ScimSortBy"];
                /**
                 * @description Ascending unless it says `descending`.
                 * @example descending
                 */
                sortOrder?: components["parameters"]["ScimSortOrder"];
                /**
                 * @description The place of the first resource of the page, from 1; below 1 means 1.
                 * @example 1
                 */
                startIndex?: components["parameters"]["ScimStartIndex"];
                /**
                 * @description The most resources of a page; below 0 means 0, above 200 means 200.
                 * @example 50
                 */
                count?: components["parameters"]["ScimCount"];
                /**
                 * @description The `nextCursor` or `previousCursor` of a page (RFC 9865); empty for the first one.
                 * @example
                 */
                cursor?: components["parameters"]["ScimCursor"];
                /**
                 * @description Attributes to answer, separated by commas, in place of the usual ones.
                 * @example userName,emails.value
                 */
                attributes?: components["parameters"]["ScimAttributes"];
                /**
                 * @description Attributes to leave out, separated by commas.
                 * @example groups
                 */
                excludedAttributes?: components["parameters"]["ScimExcludedAttributes"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["ScimUserListResponse"];
            "4XX": components["responses"]["ScimClientError"];
            "5XX": components["responses"]["ScimServerError"];
            default: components["responses"]["ScimFailure"];
        };
    };
    createScimUser: {
        parameters: {
            query?: {
                /**
                 * @description Attributes to answer, separated by commas, in place of the usual ones.
                 * @example userName,emails.value
                 */
                attributes?: components["parameters"]["ScimAttributes"];
                /**
                 * @description Attributes to leave out, separated by commas.
                 * @example groups
                 */
                excludedAttributes?: components["parameters"]["ScimExcludedAttributes"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: components["requestBodies"]["ScimUserBody"];
        responses: {
            201: components["responses"]["ScimUserCreatedResponse"];
            "4XX": components["responses"]["ScimClientError"];
            "5XX": components["responses"]["ScimServerError"];
            default: components["responses"]["ScimFailure"];
        };
    };
    getScimUser: {
        parameters: {
            query?: {
                /**
                 * @description Attributes to answer, separated by commas, in place of the usual ones.
                 * @example userName,emails.value
                 */
                attributes?: components["parameters"]["ScimAttributes"];
                /**
                 * @description Attributes to leave out, separated by commas.
                 * @example groups
                 */
                excludedAttributes?: components["parameters"]["ScimExcludedAttributes"];
            };
            header?: {
                /**
                 * @description The `ETag` of the copy that is there already; `304` when it is still the resource.
                 * @example W/"0"
                 */
                "If-None-Match"?: components["parameters"]["ScimIfNoneMatch"];
            };
            path: {
                /**
                 * @description The user's id.
                 * @example 321
                 */
                id: components["parameters"]["ScimUserId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["ScimUserResponse"];
            "4XX": components["responses"]["ScimClientError"];
            "5XX": components["responses"]["ScimServerError"];
            default: components["responses"]["ScimFailure"];
        };
    };
    replaceScimUser: {
        parameters: {
            query?: {
                /**
                 * @description Attributes to answer, separated by commas, in place of the usual ones.
                 * @example userName,emails.value
                 */
                attributes?: components["parameters"]["ScimAttributes"];
                /**
                 * @description Attributes to leave out, separated by commas.
                 * @example groups
                 */
                excludedAttributes?: components["parameters"]["ScimExcludedAttributes"];
            };
            header?: {
                /**
                 * @description The `ETag` of the version that is meant; `412` when the resource has changed since.
                 * @example *
                 */
                "If-Match"?: components["parameters"]["ScimIfMatch"];
            };
            path: {
                /**
                 * @description The user's id.
                 * @example 321
                 */
                id: components["parameters"]["ScimUserId"];
            };
            cookie?: never;
        };
        requestBody: components["requestBodies"]["ScimUserBody"];
        responses: {
            200: components["responses"]["ScimUserResponse"];
            "4XX": components["responses"]["ScimClientError"];
            "5XX": components["responses"]["ScimServerError"];
            default: components["responses"]["ScimFailure"];
        };
    };
    deleteScimUser: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description The `ETag` of the version that is meant; `412` when the resource has changed since.
                 * @example *
                 */
                "If-Match"?: components["parameters"]["ScimIfMatch"];
            };
            path: {
                /**
                 * @description The user's id.
                 * @example 321
                 */
                id: components["parameters"]["ScimUserId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            204: components["responses"]["ScimDeletedResponse"];
            "4XX": components["responses"]["ScimClientError"];
            "5XX": components["responses"]["ScimServerError"];
            default: components["responses"]["ScimFailure"];
        };
    };
    patchScimUser: {
        parameters: {
            query?: {
                /**
                 * @description Attributes to answer, separated by commas, in place of the usual ones.
                 * @example userName,emails.value
                 */
                attributes?: components["parameters"]["ScimAttributes"];
                /**
                 * @description Attributes to leave out, separated by commas.
                 * @example groups
                 */
                excludedAttributes?: components["parameters"]["ScimExcludedAttributes"];
            };
            header?: {
                /**
                 * @description The `ETag` of the version that is meant; `412` when the resource has changed since.
                 * @example *
                 */
                "If-Match"?: components["parameters"]["ScimIfMatch"];
            };
            path: {
                /**
                 * @description The user's id.
                 * @example 321
                 */
                id: components["parameters"]["ScimUserId"];
            };
            cookie?: never;
        };
        requestBody: components["requestBodies"]["ScimPatchBody"];
        responses: {
            200: components["responses"]["ScimUserResponse"];
            "4XX": components["responses"]["ScimClientError"];
            "5XX": components["responses"]["ScimServerError"];
            default: components["responses"]["ScimFailure"];
        };
    };
    searchScimUsers: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: components["requestBodies"]["ScimSearchBody"];
        responses: {
            200: components["responses"]["ScimUserListResponse"];
            "4XX": components["responses"]["ScimClientError"];
            "5XX": components["responses"]["ScimServerError"];
            default: components["responses"]["ScimFailure"];
        };
    };
    listAiCalls: {
        parameters: {
            query?: {
                /**
                 * @description Only calls of this hook.
                 * @example sentiment
                 */
                hook?: components["schemas"]["AiHookInput"];
                /**
                 * @description Only calls that ended so.
                 * @example answered
                 */
                outcome?: components["schemas"]["AiOutcomeInput"];
                /** @description The `next_cursor` of the page before; leave it out for the first page. */
                cursor?: components["parameters"]["Cursor"];
                /**
                 * @description How many rows a page holds.
                 * @example 2
                 */
                limit?: components["parameters"]["Limit"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["AiCallListResponse"];
            "4XX": components["responses"]["ClientError"];
            "5XX": components["responses"]["ServerError"];
            default: components["responses"]["Failure"];
        };
    };
    getAiSettings: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["AiSettingsResponse"];
            "4XX": components["responses"]["ClientError"];
            "5XX": components["responses"]["ServerError"];
            default: components["responses"]["Failure"];
        };
    };
    updateAiSettings: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description 1 to 255 visible ASCII characters of your choice, such as a UUID. The same key on the same
                 *     path within 24 hours never has a second effect.
                 * @example create-post-abc123
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: components["requestBodies"]["AiSettingsUpdateBody"];
        responses: {
            200: components["responses"]["AiSettingsResponse"];
            409: components["responses"]["Conflict"];
            422: components["responses"]["UnprocessableContent"];
            "4XX": components["responses"]["ClientError"];
            "5XX": components["responses"]["ServerError"];
            default: components["responses"]["Failure"];
        };
    };
    getAiUsage: {
        parameters: {
            query?: {
                /**
                 * @description The present month when left out.
                 * @example 2026-05
                 */
                month?: components["schemas"]["AiMonth"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["AiUsageResponse"];
            "4XX": components["responses"]["ClientError"];
            "5XX": components["responses"]["ServerError"];
            default: components["responses"]["Failure"];
        };
    };
    listApiKeys: {
        parameters: {
            query?: {
                /** @description The `next_cursor` of the page before; leave it out for the first page. */
                cursor?: components["parameters"]["Cursor"];
                /**
                 * @description How many rows a page holds.
                 * @example 2
                 */
                limit?: components["parameters"]["Limit"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["ApiKeyListResponse"];
            "4XX": components["responses"]["ClientError"];
            "5XX": components["responses"]["ServerError"];
            default: components["responses"]["Failure"];
        };
    };
    createApiKey: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description 1 to 255 visible ASCII characters of your choice, such as a UUID. The same key on the same
                 *     path within 24 hours never has a second effect.
                 * @example create-post-abc123
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: components["requestBodies"]["ApiKeyCreateBody"];
        responses: {
            201: components["responses"]["ApiKeyCreatedResponse"];
            409: components["responses"]["Conflict"];
            422: components["responses"]["UnprocessableContent"];
            "4XX": components["responses"]["ClientError"];
            "5XX": components["responses"]["ServerError"];
            default: components["responses"]["Failure"];
        };
    };
    getApiKey: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The API key's id.
                 * @example 5
                 */
                id: components["parameters"]["ApiKeyId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["ApiKeyResponse"];
            404: components["responses"]["NotFound"];
            "4XX": components["responses"]["ClientError"];
            "5XX": components["responses"]["ServerError"];
            default: components["responses"]["Failure"];
        };
    };
    updateApiKey: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description 1 to 255 visible ASCII characters of your choice, such as a UUID. The same key on the same
                 *     path within 24 hours never has a second effect.
                 * @example create-post-abc123
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                /**
                 * @description The API key's id.
                 * @example 5
                 */
                id: components["parameters"]["ApiKeyId"];
            };
            cookie?: never;
        };
        requestBody: components["requestBodies"]["ApiKeyUpdateBody"];
        responses: {
            200: components["responses"]["ApiKeyResponse"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            422: components["responses"]["UnprocessableContent"];
            "4XX": components["responses"]["ClientError"];
            "5XX": components["responses"]["ServerError"];
            default: components["responses"]["Failure"];
        };
    };
    rotateApiKey: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description 1 to 255 visible ASCII characters of your choice, such as a UUID. The same key on the same
                 *     path within 24 hours never has a second effect.
                 * @example create-post-abc123
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                /**
                 * @description The API key's id.
                 * @example 5
                 */
                id: components["parameters"]["ApiKeyId"];
            };
            cookie?: never;
        };
        requestBody?: components["requestBodies"]["ApiKeyRotateBody"];
        responses: {
            200: components["responses"]["ApiKeyRotatedResponse"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            422: components["responses"]["UnprocessableContent"];
            "4XX": components["responses"]["ClientError"];
            "5XX": components["responses"]["ServerError"];
            default: components["responses"]["Failure"];
        };
    };
    revokeApiKey: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description 1 to 255 visible ASCII characters of your choice, such as a UUID. The same key on the same
                 *     path within 24 hours never has a second effect.
                 * @example create-post-abc123
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                /**
                 * @description The API key's id.
                 * @example 5
                 */
                id: components["parameters"]["ApiKeyId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["ApiKeyResponse"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            422: components["responses"]["UnprocessableContent"];
            "4XX": components["responses"]["ClientError"];
            "5XX": components["responses"]["ServerError"];
            default: components["responses"]["Failure"];
        };
    };
    listAuditLog: {
        parameters: {
            query?: {
                /**
                 * @description Only what this member did.
                 * @example 9
                 */
                actor_id?: components["schemas"]["Id"];
                /**
                 * @description Only this action.
                 * @example api_key.created
                 */
                action?: components["schemas"]["AuditActionInput"];
                /**
                 * @description Only what was done to such a thing.
                 * @example api_key
                 */
                target_kind?: components["schemas"]["AuditTargetKindInput"];
                /** @description The `next_cursor` of the page before; leave it out for the first page. */
                cursor?: components["parameters"]["Cursor"];
                /**
                 * @description How many rows a page holds.
                 * @example 2
                 */
                limit?: components["parameters"]["Limit"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["AuditLogResponse"];
            "4XX": components["responses"]["ClientError"];
            "5XX": components["responses"]["ServerError"];
            default: components["responses"]["Failure"];
        };
    };
    createFileArea: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description 1 to 255 visible ASCII characters of your choice, such as a UUID. The same key on the same
                 *     path within 24 hours never has a second effect.
                 * @example create-post-abc123
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: components["requestBodies"]["FileAreaCreateBody"];
        responses: {
            201: components["responses"]["FileAreaCreatedResponse"];
            409: components["responses"]["Conflict"];
            422: components["responses"]["UnprocessableContent"];
            "4XX": components["responses"]["ClientError"];
            "5XX": components["responses"]["ServerError"];
            default: components["responses"]["Failure"];
        };
    };
    updateFileArea: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description 1 to 255 visible ASCII characters of your choice, such as a UUID. The same key on the same
                 *     path within 24 hours never has a second effect.
                 * @example create-post-abc123
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                /**
                 * @description The file area's id.
                 * @example 17
                 */
                id: components["parameters"]["FileAreaId"];
            };
            cookie?: never;
        };
        requestBody: components["requestBodies"]["FileAreaUpdateBody"];
        responses: {
            200: components["responses"]["FileAreaResponse"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            422: components["responses"]["UnprocessableContent"];
            "4XX": components["responses"]["ClientError"];
            "5XX": components["responses"]["ServerError"];
            default: components["responses"]["Failure"];
        };
    };
    archiveFileArea: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description 1 to 255 visible ASCII characters of your choice, such as a UUID. The same key on the same
                 *     path within 24 hours never has a second effect.
                 * @example create-post-abc123
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                /**
                 * @description The file area's id.
                 * @example 17
                 */
                id: components["parameters"]["FileAreaId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["FileAreaResponse"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            422: components["responses"]["UnprocessableContent"];
            "4XX": components["responses"]["ClientError"];
            "5XX": components["responses"]["ServerError"];
            default: components["responses"]["Failure"];
        };
    };
    unarchiveFileArea: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description 1 to 255 visible ASCII characters of your choice, such as a UUID. The same key on the same
                 *     path within 24 hours never has a second effect.
                 * @example create-post-abc123
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                /**
                 * @description The file area's id.
                 * @example 17
                 */
                id: components["parameters"]["FileAreaId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["FileAreaResponse"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            422: components["responses"]["UnprocessableContent"];
            "4XX": components["responses"]["ClientError"];
            "5XX": components["responses"]["ServerError"];
            default: components["responses"]["Failure"];
        };
    };
    orderFileAreas: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description 1 to 255 visible ASCII characters of your choice, such as a UUID. The same key on the same
                 *     path within 24 hours never has a second effect.
                 * @example create-post-abc123
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: components["requestBodies"]["FileAreaOrderBody"];
        responses: {
            200: components["responses"]["PlaceOrderResponse"];
            409: components["responses"]["Conflict"];
            422: components["responses"]["UnprocessableContent"];
            "4XX": components["responses"]["ClientError"];
            "5XX": components["responses"]["ServerError"];
            default: components["responses"]["Failure"];
        };
    };
    createForum: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description 1 to 255 visible ASCII characters of your choice, such as a UUID. The same key on the same
                 *     path within 24 hours never has a second effect.
                 * @example create-post-abc123
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: components["requestBodies"]["PlaceCreateBody"];
        responses: {
            201: components["responses"]["ForumCreatedResponse"];
            409: components["responses"]["Conflict"];
            422: components["responses"]["UnprocessableContent"];
            "4XX": components["responses"]["ClientError"];
            "5XX": components["responses"]["ServerError"];
            default: components["responses"]["Failure"];
        };
    };
    updateForum: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description 1 to 255 visible ASCII characters of your choice, such as a UUID. The same key on the same
                 *     path within 24 hours never has a second effect.
                 * @example create-post-abc123
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                /**
                 * @description The forum's id.
                 * @example 12
                 */
                id: components["parameters"]["ForumId"];
            };
            cookie?: never;
        };
        requestBody: components["requestBodies"]["PlaceUpdateBody"];
        responses: {
            200: components["responses"]["ForumResponse"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            422: components["responses"]["UnprocessableContent"];
            "4XX": components["responses"]["ClientError"];
            "5XX": components["responses"]["ServerError"];
            default: components["responses"]["Failure"];
        };
    };
    archiveForum: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description 1 to 255 visible ASCII characters of your choice, such as a UUID. The same key on the same
                 *     path within 24 hours never has a second effect.
                 * @example create-post-abc123
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                /**
                 * @description The forum's id.
                 * @example 12
                 */
                id: components["parameters"]["ForumId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["ForumResponse"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            422: components["responses"]["UnprocessableContent"];
            "4XX": components["responses"]["ClientError"];
            "5XX": components["responses"]["ServerError"];
            default: components["responses"]["Failure"];
        };
    };
    unarchiveForum: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description 1 to 255 visible ASCII characters of your choice, such as a UUID. The same key on the same
                 *     path within 24 hours never has a second effect.
                 * @example create-post-abc123
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                /**
                 * @description The forum's id.
                 * @example 12
                 */
                id: components["parameters"]["ForumId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["ForumResponse"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            422: components["responses"]["UnprocessableContent"];
            "4XX": components["responses"]["ClientError"];
            "5XX": components["responses"]["ServerError"];
            default: components["responses"]["Failure"];
        };
    };
    orderForums: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description 1 to 255 visible ASCII characters of your choice, such as a UUID. The same key on the same
                 *     path within 24 hours never has a second effect.
                 * @example create-post-abc123
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: components["requestBodies"]["ForumOrderBody"];
        responses: {
            200: components["responses"]["PlaceOrderResponse"];
            409: components["responses"]["Conflict"];
            422: components["responses"]["UnprocessableContent"];
            "4XX": components["responses"]["ClientError"];
            "5XX": components["responses"]["ServerError"];
            default: components["responses"]["Failure"];
        };
    };
    createListingCategory: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description 1 to 255 visible ASCII characters of your choice, such as a UUID. The same key on the same
                 *     path within 24 hours never has a second effect.
                 * @example create-post-abc123
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: components["requestBodies"]["PlaceCreateBody"];
        responses: {
            201: components["responses"]["ListingCategoryCreatedResponse"];
            409: components["responses"]["Conflict"];
            422: components["responses"]["UnprocessableContent"];
            "4XX": components["responses"]["ClientError"];
            "5XX": components["responses"]["ServerError"];
            default: components["responses"]["Failure"];
        };
    };
    updateListingCategory: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description 1 to 255 visible ASCII characters of your choice, such as a UUID. The same key on the same
                 *     path within 24 hours never has a second effect.
                 * @example create-post-abc123
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                /**
                 * @description The listing category's id.
                 * @example 6
                 */
                id: components["parameters"]["ListingCategoryId"];
            };
            cookie?: never;
        };
        requestBody: components["requestBodies"]["PlaceUpdateBody"];
        responses: {
            200: components["responses"]["ListingCategoryResponse"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            422: components["responses"]["UnprocessableContent"];
            "4XX": components["responses"]["ClientError"];
            "5XX": components["responses"]["ServerError"];
            default: components["responses"]["Failure"];
        };
    };
    archiveListingCategory: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description 1 to 255 visible ASCII characters of your choice, such as a UUID. The same key on the same
                 *     path within 24 hours never has a second effect.
                 * @example create-post-abc123
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                /**
                 * @description The listing category's id.
                 * @example 6
                 */
                id: components["parameters"]["ListingCategoryId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["ListingCategoryResponse"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            422: components["responses"]["UnprocessableContent"];
            "4XX": components["responses"]["ClientError"];
            "5XX": components["responses"]["ServerError"];
            default: components["responses"]["Failure"];
        };
    };
    unarchiveListingCategory: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description 1 to 255 visible ASCII characters of your choice, such as a UUID. The same key on the same
                 *     path within 24 hours never has a second effect.
                 * @example create-post-abc123
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                /**
                 * @description The listing category's id.
                 * @example 6
                 */
                id: components["parameters"]["ListingCategoryId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["ListingCategoryResponse"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            422: components["responses"]["UnprocessableContent"];
            "4XX": components["responses"]["ClientError"];
            "5XX": components["responses"]["ServerError"];
            default: components["responses"]["Failure"];
        };
    };
    orderListingCategories: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description 1 to 255 visible ASCII characters of your choice, such as a UUID. The same key on the same
                 *     path within 24 hours never has a second effect.
                 * @example create-post-abc123
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: components["requestBodies"]["ListingCategoryOrderBody"];
        responses: {
            200: components["responses"]["PlaceOrderResponse"];
            409: components["responses"]["Conflict"];
            422: components["responses"]["UnprocessableContent"];
            "4XX": components["responses"]["ClientError"];
            "5XX": components["responses"]["ServerError"];
            default: components["responses"]["Failure"];
        };
    };
    getSession: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["SessionResponse"];
            "4XX": components["responses"]["ClientError"];
            "5XX": components["responses"]["ServerError"];
            default: components["responses"]["Failure"];
        };
    };
    deleteSession: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["DeletedResponse"];
            422: components["responses"]["UnprocessableContent"];
            "4XX": components["responses"]["ClientError"];
            "5XX": components["responses"]["ServerError"];
            default: components["responses"]["Failure"];
        };
    };
    onFileUploaded: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "id": "evt_01jw0wnp3a2e8r6f4k1v7c9d7a",
                 *       "type": "file.uploaded",
                 *       "created_at": "2026-05-29T10:20:30.400Z",
                 *       "data": {
                 *         "file_id": 18,
                 *         "area_slug": "atari-2600-disks",
                 *         "title": "Centipede (1981)",
                 *         "size_bytes": 16384,
                 *         "mime": "application/octet-stream",
                 *         "uploader": {
                 *           "id": 312,
                 *           "username": "retroseller"
                 *         }
                 *       }
                 *     }
                 */
                "application/json": components["schemas"]["FileUploadedEvent"];
            };
        };
        responses: {
            /** @description Received */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    onListingCreated: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "id": "evt_01jw0wnp3a2e8r6f4k1v7c9d6a",
                 *       "type": "listing.created",
                 *       "created_at": "2026-05-29T09:00:00.120Z",
                 *       "data": {
                 *         "listing_id": 42,
                 *         "slug": "atari-2600-light-sixer",
                 *         "title": "Atari 2600 Light Sixer",
                 *         "price_cents": 12500,
                 *         "category_id": 7,
                 *         "seller": {
                 *           "id": 312,
                 *           "username": "retroseller"
                 *         }
                 *       }
                 *     }
                 */
                "application/json": components["schemas"]["ListingCreatedEvent"];
            };
        };
        responses: {
            /** @description Received */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    onListingSold: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "id": "evt_01jw0wnp3a2e8r6f4k1v7c9d6b",
                 *       "type": "listing.sold",
                 *       "created_at": "2026-05-31T18:04:12.300Z",
                 *       "data": {
                 *         "listing_id": 42,
                 *         "slug": "atari-2600-light-sixer",
                 *         "seller_id": 312
                 *       }
                 *     }
                 */
                "application/json": components["schemas"]["ListingSoldEvent"];
            };
        };
        responses: {
            /** @description Received */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    onListingUpdated: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "id": "evt_01jw0wnp3a2e8r6f4k1v7c9d6c",
                 *       "type": "listing.updated",
                 *       "created_at": "2026-05-30T11:15:00.040Z",
                 *       "data": {
                 *         "listing_id": 42,
                 *         "slug": "atari-2600-light-sixer",
                 *         "title": "Atari 2600 Light Sixer",
                 *         "price_cents": 12500,
                 *         "category_id": 7,
                 *         "seller": {
                 *           "id": 312,
                 *           "username": "retroseller"
                 *         },
                 *         "changed_fields": [
                 *           "price_cents",
                 *           "title"
                 *         ]
                 *       }
                 *     }
                 */
                "application/json": components["schemas"]["ListingUpdatedEvent"];
            };
        };
        responses: {
            /** @description Received */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    onListingWithdrawn: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "id": "evt_01jw0wnp3a2e8r6f4k1v7c9d6d",
                 *       "type": "listing.withdrawn",
                 *       "created_at": "2026-06-01T07:30:45.555Z",
                 *       "data": {
                 *         "listing_id": 42,
                 *         "slug": "atari-2600-light-sixer",
                 *         "seller_id": 312,
                 *         "by": {
                 *           "id": 9,
                 *           "username": "mod_alice"
                 *         }
                 *       }
                 *     }
                 */
                "application/json": components["schemas"]["ListingWithdrawnEvent"];
            };
        };
        responses: {
            /** @description Received */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    onModerationActionTaken: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "id": "evt_01jw0wnp3a2e8r6f4k1v7c9d8a",
                 *       "type": "moderation.action_taken",
                 *       "created_at": "2026-05-29T17:05:00.120Z",
                 *       "data": {
                 *         "action": "suspend",
                 *         "target_user_id": 312,
                 *         "report_id": 91,
                 *         "duration_hours": 168,
                 *         "actor": {
                 *           "id": 9,
                 *           "username": "mod_alice"
                 *         }
                 *       }
                 *     }
                 */
                "application/json": components["schemas"]["ModerationActionTakenEvent"];
            };
        };
        responses: {
            /** @description Received */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    onModerationContentFlagged: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "id": "evt_01jw0wnp3a2e8r6f4k1v7c9d7b",
                 *       "type": "moderation.content_flagged",
                 *       "created_at": "2026-05-29T16:40:12.345Z",
                 *       "data": {
                 *         "target": {
                 *           "kind": "post",
                 *           "id": 4502
                 *         },
                 *         "actor": {
                 *           "id": 312,
                 *           "username": "retroseller"
                 *         },
                 *         "reason": "spam",
                 *         "report_id": 62
                 *       }
                 *     }
                 */
                "application/json": components["schemas"]["ModerationContentFlaggedEvent"];
            };
        };
        responses: {
            /** @description Received */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    onModerationContentRemoved: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "id": "evt_01jw0wnp3a2e8r6f4k1v7c9d7c",
                 *       "type": "moderation.content_removed",
                 *       "created_at": "2026-05-29T17:06:00.010Z",
                 *       "data": {
                 *         "target": {
                 *           "kind": "post",
                 *           "id": 4502
                 *         },
                 *         "actor": {
                 *           "id": 9,
                 *           "username": "mod_alice"
                 *         },
                 *         "reason": "The same advertisement in ten threads.",
                 *         "report_id": 62
                 *       }
                 *     }
                 */
                "application/json": components["schemas"]["ModerationContentRemovedEvent"];
            };
        };
        responses: {
            /** @description Received */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    onModerationUserBanned: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "id": "evt_01jw0wnp3a2e8r6f4k1v7c9d7d",
                 *       "type": "moderation.user_banned",
                 *       "created_at": "2026-05-29T17:07:00.010Z",
                 *       "data": {
                 *         "target": {
                 *           "kind": "user",
                 *           "id": 312
                 *         },
                 *         "actor": {
                 *           "id": 9,
                 *           "username": "mod_alice"
                 *         },
                 *         "reason": "Fourth suspension.",
                 *         "report_id": 61
                 *       }
                 *     }
                 */
                "application/json": components["schemas"]["ModerationUserBannedEvent"];
            };
        };
        responses: {
            /** @description Received */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    onModerationUserShadowBanned: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "id": "evt_01jw0wnp3a2e8r6f4k1v7c9d7e",
                 *       "type": "moderation.user_shadow_banned",
                 *       "created_at": "2026-05-29T17:08:00.010Z",
                 *       "data": {
                 *         "target": {
                 *           "kind": "user",
                 *           "id": 312
                 *         },
                 *         "actor": {
                 *           "id": 9,
                 *           "username": "mod_alice"
                 *         },
                 *         "reason": null,
                 *         "report_id": null
                 *       }
                 *     }
                 */
                "application/json": components["schemas"]["ModerationUserShadowBannedEvent"];
            };
        };
        responses: {
            /** @description Received */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    onModerationUserSuspended: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "id": "evt_01jw0wnp3a2e8r6f4k1v7c9d7f",
                 *       "type": "moderation.user_suspended",
                 *       "created_at": "2026-05-29T17:05:00.120Z",
                 *       "data": {
                 *         "target": {
                 *           "kind": "user",
                 *           "id": 312
                 *         },
                 *         "actor": {
                 *           "id": 9,
                 *           "username": "mod_alice"
                 *         },
                 *         "reason": "Sold what was not there.",
                 *         "report_id": 91,
                 *         "duration_hours": 168
                 *       }
                 *     }
                 */
                "application/json": components["schemas"]["ModerationUserSuspendedEvent"];
            };
        };
        responses: {
            /** @description Received */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    onModerationUserWarned: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "id": "evt_01jw0wnp3a2e8r6f4k1v7c9d7g",
                 *       "type": "moderation.user_warned",
                 *       "created_at": "2026-05-29T17:04:00.999Z",
                 *       "data": {
                 *         "target": {
                 *           "kind": "user",
                 *           "id": 312
                 *         },
                 *         "actor": {
                 *           "id": 9,
                 *           "username": "mod_alice"
                 *         },
                 *         "reason": "Please describe defects.",
                 *         "report_id": 61
                 *       }
                 *     }
                 */
                "application/json": components["schemas"]["ModerationUserWarnedEvent"];
            };
        };
        responses: {
            /** @description Received */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    onPageCreated: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "id": "evt_01jw0wnp3a2e8r6f4k1v7c9e1a",
                 *       "type": "page.created",
                 *       "created_at": "2026-05-29T14:00:00.120Z",
                 *       "data": {
                 *         "page_id": 81,
                 *         "slug": "getting-started",
                 *         "title": "Getting started",
                 *         "revision_id": 8101,
                 *         "author": {
                 *           "id": 312,
                 *           "username": "retroseller"
                 *         }
                 *       }
                 *     }
                 */
                "application/json": components["schemas"]["PageCreatedEvent"];
            };
        };
        responses: {
            /** @description Received */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    onPageReviewDue: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "id": "evt_01jw0wnp3a2e8r6f4k1v7c9e1c",
                 *       "type": "page.review_due",
                 *       "created_at": "2026-11-27T15:00:10.120Z",
                 *       "data": {
                 *         "page_id": 81,
                 *         "slug": "getting-started",
                 *         "title": "Getting started",
                 *         "due_at": "2026-11-27T15:00:00Z",
                 *         "owner": {
                 *           "id": 312,
                 *           "username": "retroseller"
                 *         }
                 *       }
                 *     }
                 */
                "application/json": components["schemas"]["PageReviewDueEvent"];
            };
        };
        responses: {
            /** @description Received */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    onPageUpdated: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "id": "evt_01jw0wnp3a2e8r6f4k1v7c9e1b",
                 *       "type": "page.updated",
                 *       "created_at": "2026-05-29T15:00:00.120Z",
                 *       "data": {
                 *         "page_id": 81,
                 *         "slug": "getting-started",
                 *         "title": "Getting started",
                 *         "status": "published",
                 *         "revision_id": 8102,
                 *         "previous_slug": null,
                 *         "changed_fields": [
                 *           "content_markdown"
                 *         ],
                 *         "editor": {
                 *           "id": 9,
                 *           "username": "mod_alice"
                 *         }
                 *       }
                 *     }
                 */
                "application/json": components["schemas"]["PageUpdatedEvent"];
            };
        };
        responses: {
            /** @description Received */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    onPostCreated: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "id": "evt_01jw0wnp3a2e8r6f4k1v7c9d5b",
                 *       "type": "post.created",
                 *       "created_at": "2026-05-29T13:42:11.812Z",
                 *       "data": {
                 *         "post_id": 4501,
                 *         "thread_id": 118,
                 *         "forum_slug": "atari-2600",
                 *         "title": "Which capacitor kit for a light sixer?",
                 *         "parent_post_id": null,
                 *         "author": {
                 *           "id": 312,
                 *           "username": "retroseller"
                 *         }
                 *       }
                 *     }
                 */
                "application/json": components["schemas"]["PostCreatedEvent"];
            };
        };
        responses: {
            /** @description Received */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    onPostDeleted: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "id": "evt_01jw0wnp3a2e8r6f4k1v7c9d5d",
                 *       "type": "post.deleted",
                 *       "created_at": "2026-05-29T15:02:40.007Z",
                 *       "data": {
                 *         "post_id": 4502,
                 *         "thread_id": 118,
                 *         "by": {
                 *           "id": 9,
                 *           "username": "mod_alice"
                 *         },
                 *         "reason": "spam"
                 *       }
                 *     }
                 */
                "application/json": components["schemas"]["PostDeletedEvent"];
            };
        };
        responses: {
            /** @description Received */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    onPostEdited: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "id": "evt_01jw0wnp3a2e8r6f4k1v7c9d5c",
                 *       "type": "post.edited",
                 *       "created_at": "2026-05-29T14:10:03.220Z",
                 *       "data": {
                 *         "post_id": 4501,
                 *         "thread_id": 118,
                 *         "editor": {
                 *           "id": 312,
                 *           "username": "retroseller"
                 *         }
                 *       }
                 *     }
                 */
                "application/json": components["schemas"]["PostEditedEvent"];
            };
        };
        responses: {
            /** @description Received */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    onReportCreated: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "id": "evt_01jw0wnp3a2e8r6f4k1v7c9d7h",
                 *       "type": "report.created",
                 *       "created_at": "2026-05-29T16:40:12.345Z",
                 *       "data": {
                 *         "report_id": 91,
                 *         "reporter": {
                 *           "id": 7
                 *         },
                 *         "reported_user_id": 312,
                 *         "reported_post_id": 4501,
                 *         "reason_category": "spam",
                 *         "source_url": "/thread/foo"
                 *       }
                 *     }
                 */
                "application/json": components["schemas"]["ReportCreatedEvent"];
            };
        };
        responses: {
            /** @description Received */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    onReportResolved: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "id": "evt_01jw0wnp3a2e8r6f4k1v7c9d8b",
                 *       "type": "report.resolved",
                 *       "created_at": "2026-05-29T17:05:00.120Z",
                 *       "data": {
                 *         "report_id": 91,
                 *         "resolution": "suspend",
                 *         "resolver": {
                 *           "id": 9,
                 *           "username": "mod_alice"
                 *         },
                 *         "resolved_at": "2026-05-29T17:05:00Z"
                 *       }
                 *     }
                 */
                "application/json": components["schemas"]["ReportResolvedEvent"];
            };
        };
        responses: {
            /** @description Received */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    onTicketAssigned: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "id": "evt_01jw0wnp3a2e8r6f4k1v7c9d9a",
                 *       "type": "ticket.assigned",
                 *       "created_at": "2026-05-29T12:05:00.120Z",
                 *       "data": {
                 *         "ticket_id": 1234,
                 *         "reference": "HD-001234",
                 *         "from": null,
                 *         "to": {
                 *           "id": 21,
                 *           "name": "Moderator Alice"
                 *         },
                 *         "by": {
                 *           "kind": "agent",
                 *           "id": 21,
                 *           "name": "Moderator Alice"
                 *         },
                 *         "cause": "manual"
                 *       }
                 *     }
                 */
                "application/json": components["schemas"]["TicketAssignedEvent"];
            };
        };
        responses: {
            /** @description Received */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    onTicketCreated: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "id": "evt_01jw0wnp3a2e8r6f4k1v7c9d9b",
                 *       "type": "ticket.created",
                 *       "created_at": "2026-05-29T12:00:00.120Z",
                 *       "data": {
                 *         "ticket_id": 1234,
                 *         "reference": "HD-001234",
                 *         "subject": "The refund has not come",
                 *         "status": "new",
                 *         "priority": "high",
                 *         "source": "api",
                 *         "queue": {
                 *           "id": 3,
                 *           "name": "Billing"
                 *         },
                 *         "requester": {
                 *           "id": 71,
                 *           "name": "Ada"
                 *         },
                 *         "by": {
                 *           "kind": "requester",
                 *           "id": 71,
                 *           "name": "Ada"
                 *         }
                 *       }
                 *     }
                 */
                "application/json": components["schemas"]["TicketCreatedEvent"];
            };
        };
        responses: {
            /** @description Received */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    onTicketReplied: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "id": "evt_01jw0wnp3a2e8r6f4k1v7c9d9c",
                 *       "type": "ticket.replied",
                 *       "created_at": "2026-05-29T12:06:00.120Z",
                 *       "data": {
                 *         "ticket_id": 1234,
                 *         "reference": "HD-001234",
                 *         "message_id": 9002,
                 *         "author": {
                 *           "kind": "agent",
                 *           "id": 21,
                 *           "name": "Moderator Alice"
                 *         }
                 *       }
                 *     }
                 */
                "application/json": components["schemas"]["TicketRepliedEvent"];
            };
        };
        responses: {
            /** @description Received */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    onTicketStatusChanged: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "id": "evt_01jw0wnp3a2e8r6f4k1v7c9d9e",
                 *       "type": "ticket.status_changed",
                 *       "created_at": "2026-05-29T12:07:00.120Z",
                 *       "data": {
                 *         "ticket_id": 1234,
                 *         "reference": "HD-001234",
                 *         "from": "open",
                 *         "to": "pending",
                 *         "by": {
                 *           "kind": "agent",
                 *           "id": 21,
                 *           "name": "Moderator Alice"
                 *         }
                 *       }
                 *     }
                 */
                "application/json": components["schemas"]["TicketStatusChangedEvent"];
            };
        };
        responses: {
            /** @description Received */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    onUserJoined: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "id": "evt_01jw0wnp3a2e8r6f4k1v7c9d5e",
                 *       "type": "user.joined",
                 *       "created_at": "2026-05-29T16:20:00.500Z",
                 *       "data": {
                 *         "user_id": 313,
                 *         "username": "joystick_jo",
                 *         "email_verified": false
                 *       }
                 *     }
                 */
                "application/json": components["schemas"]["UserJoinedEvent"];
            };
        };
        responses: {
            /** @description Received */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    onUserLeft: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "id": "evt_01jw0wnp3a2e8r6f4k1v7c9d5f",
                 *       "type": "user.left",
                 *       "created_at": "2026-05-30T08:00:00.001Z",
                 *       "data": {
                 *         "user_id": 7,
                 *         "username": "pixel_pia",
                 *         "reason": "deletion_scheduled"
                 *       }
                 *     }
                 */
                "application/json": components["schemas"]["UserLeftEvent"];
            };
        };
        responses: {
            /** @description Received */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    onWebhookTest: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "id": "evt_01jw0wnp3a2e8r6f4k1v7c9d5g",
                 *       "type": "webhook.test",
                 *       "created_at": "2026-05-30T09:00:00.000Z",
                 *       "data": {
                 *         "webhook_id": 17
                 *       }
                 *     }
                 */
                "application/json": components["schemas"]["WebhookTestEvent"];
            };
        };
        responses: {
            /** @description Received */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
}
export interface paths {
    '/api/v1/help/tickets/{id}/messages': paths['/api/v1/helpdesk/tickets/{id}/messages']
    '/api/v1/help/tickets/{id}/messages/{message_id}/html': paths['/api/v1/helpdesk/tickets/{id}/messages/{message_id}/html']
    '/api/v1/help/tickets/{id}/messages/{message_id}/source': paths['/api/v1/helpdesk/tickets/{id}/messages/{message_id}/source']
    '/api/v1/help/tickets/{id}/reply': paths['/api/v1/helpdesk/tickets/{id}/reply']
    '/api/v1/help/tickets': paths['/api/v1/helpdesk/tickets']
    '/api/v1/help/tickets/{id}': paths['/api/v1/helpdesk/tickets/{id}']
    '/api/v1/help/tickets/export': paths['/api/v1/helpdesk/tickets/export']
    '/api/v1/help/tickets/{id}/link': paths['/api/v1/helpdesk/tickets/{id}/link']
    '/api/v1/help/tickets/{id}/merge': paths['/api/v1/helpdesk/tickets/{id}/merge']
    '/api/v1/help/tickets/{id}/split': paths['/api/v1/helpdesk/tickets/{id}/split']
    '/api/v1/help/tickets/{id}/status': paths['/api/v1/helpdesk/tickets/{id}/status']
    '/api/v1/help/tickets/{id}/unlink': paths['/api/v1/helpdesk/tickets/{id}/unlink']
    '/api/v1/help/tickets/{id}/unmerge': paths['/api/v1/helpdesk/tickets/{id}/unmerge']
    '/api/scim/v2/Bulk': paths['/scim/v2/Bulk']
    '/api/v1/scim/v2/Bulk': paths['/scim/v2/Bulk']
    '/api/scim/v2/ServiceProviderConfig': paths['/scim/v2/ServiceProviderConfig']
    '/api/v1/scim/v2/ServiceProviderConfig': paths['/scim/v2/ServiceProviderConfig']
    '/api/scim/v2/ResourceTypes': paths['/scim/v2/ResourceTypes']
    '/api/v1/scim/v2/ResourceTypes': paths['/scim/v2/ResourceTypes']
    '/api/scim/v2/ResourceTypes/{name}': paths['/scim/v2/ResourceTypes/{name}']
    '/api/v1/scim/v2/ResourceTypes/{name}': paths['/scim/v2/ResourceTypes/{name}']
    '/api/scim/v2/Schemas': paths['/scim/v2/Schemas']
    '/api/v1/scim/v2/Schemas': paths['/scim/v2/Schemas']
    '/api/scim/v2/Schemas/{urn}': paths['/scim/v2/Schemas/{urn}']
    '/api/v1/scim/v2/Schemas/{urn}': paths['/scim/v2/Schemas/{urn}']
    '/api/scim/v2/Groups': paths['/scim/v2/Groups']
    '/api/v1/scim/v2/Groups': paths['/scim/v2/Groups']
    '/api/scim/v2/Groups/{id}': paths['/scim/v2/Groups/{id}']
    '/api/v1/scim/v2/Groups/{id}': paths['/scim/v2/Groups/{id}']
    '/api/scim/v2/Groups/.search': paths['/scim/v2/Groups/.search']
    '/api/v1/scim/v2/Groups/.search': paths['/scim/v2/Groups/.search']
    '/api/scim/v2/.search': paths['/scim/v2/.search']
    '/api/v1/scim/v2/.search': paths['/scim/v2/.search']
    '/api/scim/v2/Users': paths['/scim/v2/Users']
    '/api/v1/scim/v2/Users': paths['/scim/v2/Users']
    '/api/scim/v2/Users/{id}': paths['/scim/v2/Users/{id}']
    '/api/v1/scim/v2/Users/{id}': paths['/scim/v2/Users/{id}']
    '/api/scim/v2/Users/.search': paths['/scim/v2/Users/.search']
    '/api/v1/scim/v2/Users/.search': paths['/scim/v2/Users/.search']
}
