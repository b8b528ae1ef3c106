// What a caller does, through the client that ogen makes of openapi.yaml.
package main

import (
	"context"
	"fmt"
	"log"
	"os"

	"example/client"

	"github.com/ogen-go/ogen/ogenerrors"
)

var ctx = context.Background()

func main() {
	api := connect("BASE_URL")

	first := page(api, client.ListPostsParams{Limit: client.NewOptInt(3)})
	check(len(first.Data) == 3 && bool(first.HasMore) && !first.NextCursor.Null, "the first page")
	fmt.Println("✓ list")

	cursor := client.NewOptString(string(first.NextCursor.Value))
	second := page(api, client.ListPostsParams{Limit: client.NewOptInt(3), Cursor: cursor})
	check(second.Data[0].ID < first.Data[2].ID && second.TotalCount == first.TotalCount, "the second page")
	fmt.Println("✓ page")

	thread := client.PostCreate{
		Body:      "Generated.",
		ForumSlug: client.NewOptSlug(first.Data[0].ForumSlug),
		Title:     client.NewOptThreadTitle("Hello from ogen"),
	}
	keyed := client.CreatePostParams{IdempotencyKey: client.NewOptString("hello-from-ogen")}
	created := create(api, &thread, keyed)
	fmt.Println("✓ create")
	again := create(api, &thread, keyed)
	check(again.Response.Data.ID == created.Response.Data.ID, "the same post for the same key")
	check(again.IdempotencyReplayed.Value == "true", "the replay says so")
	fmt.Println("✓ replay")

	answer, err := api.CreatePost(ctx, &client.PostCreate{Body: "Refused."}, client.CreatePostParams{})
	must(err)
	refused, typed := answer.(*client.UnprocessableContentApplicationJSONHeaders)
	check(typed, "a thread without a forum is refused, typed")
	check(refused.Response.Error.Details[0].Field == "forum_slug", "the details name the field")
	fmt.Println("✓ error")

	reply, err := api.GetPost(ctx, client.GetPostParams{ID: created.Response.Data.ID})
	must(err)
	post := reply.(*client.PostResponseHeaders).Response.Data
	check(post.Title.Value == "Hello from ogen", "the title")
	check(post.ParentPostID.Null && post.EditedAt.Null, "null stays null")
	fmt.Println("✓ null")

	future := connect("FUTURE_URL")
	events, err := future.ListEvents(ctx, client.ListEventsParams{Limit: client.NewOptInt(100)})
	must(err)
	found := false
	for _, event := range events.(*client.EventListResponseHeaders).Response.Data {
		found = found || event.Type == "unheard.of"
	}
	check(found, "a type unheard of")
	listings, err := future.ListListings(ctx, client.ListListingsParams{})
	must(err)
	found = false
	for _, listing := range listings.(*client.ListingListResponseHeaders).Response.Data {
		found = found || listing.Status == "unheard_of"
	}
	check(found, "a status unheard of")
	users, err := future.ListUsers(ctx, client.ListUsersParams{})
	must(err)
	found = false
	for _, user := range users.(*client.UserListResponseHeaders).Response.Data {
		found = found || user.Role == 99
	}
	check(found, "a role unheard of")
	missing, err := future.GetPost(ctx, client.GetPostParams{ID: 999999999})
	must(err)
	code := missing.(*client.NotFoundApplicationJSONHeaders).Response.Error.Code
	check(code == "unheard_of", "a code unheard of")
	fmt.Println("✓ unheard")
}

func page(api *client.Client, params client.ListPostsParams) client.PostListReply {
	answer, err := api.ListPosts(ctx, params)
	must(err)
	return answer.(*client.PostListResponseHeaders).Response
}

func create(
	api *client.Client, post *client.PostCreate, params client.CreatePostParams,
) *client.PostCreatedResponseHeaders {
	answer, err := api.CreatePost(ctx, post, params)
	must(err)
	return answer.(*client.PostCreatedResponseHeaders)
}

// The key alone: of an operation that the key opens, the console's schemes are left out. Credentials of
// operations that the program does not call are none: the interface is nil.
type signer struct{ client.SecuritySource }

func (signer) BearerAuth(context.Context, client.OperationName) (client.BearerAuth, error) {
	return client.BearerAuth{Token: os.Getenv("API_KEY")}, nil
}

func (signer) CsrfToken(context.Context, client.OperationName) (client.CsrfToken, error) {
	return client.CsrfToken{}, ogenerrors.ErrSkipClientSecurity
}

func (signer) SessionCookie(context.Context, client.OperationName) (client.SessionCookie, error) {
	return client.SessionCookie{}, ogenerrors.ErrSkipClientSecurity
}

func connect(url string) *client.Client {
	api, err := client.NewClient(os.Getenv(url), signer{})
	must(err)
	return api
}

func must(err error) {
	if err != nil {
		log.Fatal(err)
	}
}

func check(holds bool, what string) {
	if !holds {
		log.Fatal("not so: ", what)
	}
}
