// A provider that keeps pages as files of one folder. It speaks protocol 6, nested attributes included, and needs no
// account: what somebody writes into a file is drift.
package main

import (
	"context"
	"encoding/json"
	"os"
	"path/filepath"
	"strings"

	"github.com/hashicorp/terraform-plugin-framework/datasource"
	"github.com/hashicorp/terraform-plugin-framework/function"
	"github.com/hashicorp/terraform-plugin-framework/provider"
	"github.com/hashicorp/terraform-plugin-framework/provider/schema"
	"github.com/hashicorp/terraform-plugin-framework/providerserver"
	"github.com/hashicorp/terraform-plugin-framework/resource"
	"github.com/hashicorp/terraform-plugin-framework/types"
)

func main() {
	err := providerserver.Serve(context.Background(), func() provider.Provider { return &notebook{} },
		providerserver.ServeOpts{Address: "example.org/acme/notebook", ProtocolVersion: 6})
	if err != nil {
		os.Exit(1)
	}
}

type notebook struct{}

type settings struct {
	Folder types.String `tfsdk:"folder"`
	Print  *print       `tfsdk:"print"`
}

type print struct {
	Author types.String `tfsdk:"author"`
}

// shelf is what a configured provider hands to its resources.
type shelf struct {
	folder string
	author string
}

func (*notebook) Metadata(_ context.Context, _ provider.MetadataRequest, answer *provider.MetadataResponse) {
	answer.TypeName = "notebook"
	answer.Version = "1.0.0"
}

func (*notebook) Schema(_ context.Context, _ provider.SchemaRequest, answer *provider.SchemaResponse) {
	answer.Schema = schema.Schema{Attributes: map[string]schema.Attribute{
		"folder": schema.StringAttribute{Required: true},
		"print": schema.SingleNestedAttribute{Optional: true, Attributes: map[string]schema.Attribute{
			"author": schema.StringAttribute{Optional: true},
		}},
	}}
}

func (*notebook) Configure(ctx context.Context, ask provider.ConfigureRequest, answer *provider.ConfigureResponse) {
	var given settings
	answer.Diagnostics.Append(ask.Config.Get(ctx, &given)...)
	if answer.Diagnostics.HasError() {
		return
	}
	if _, err := os.Stat(given.Folder.ValueString()); err != nil {
		answer.Diagnostics.AddError("The notebook has no folder", err.Error())
		return
	}
	place := &shelf{folder: given.Folder.ValueString(), author: "nobody"}
	if given.Print != nil {
		place.author = given.Print.Author.ValueString()
	}
	answer.ResourceData = place
	answer.DataSourceData = place
}

func (*notebook) Resources(context.Context) []func() resource.Resource {
	return []func() resource.Resource{func() resource.Resource { return &pageResource{} }}
}

func (*notebook) DataSources(context.Context) []func() datasource.DataSource {
	return []func() datasource.DataSource{func() datasource.DataSource { return &indexSource{} }}
}

func (*notebook) Functions(context.Context) []func() function.Function {
	return []func() function.Function{func() function.Function { return shout{} }}
}

// written is a page as its file holds it.
type written struct {
	Text   string            `json:"text"`
	Secret string            `json:"secret"`
	Author string            `json:"author"`
	Labels map[string]string `json:"labels"`
	Notes  []remark          `json:"notes"`
}

type remark struct {
	Line int64  `json:"line"`
	Text string `json:"text"`
}

func (place *shelf) file(name string) string {
	return filepath.Join(place.folder, name+".json")
}

func (place *shelf) read(name string) (*written, error) {
	bytes, err := os.ReadFile(place.file(name))
	if os.IsNotExist(err) {
		return nil, nil
	}
	if err != nil {
		return nil, err
	}
	page := &written{}
	return page, json.Unmarshal(bytes, page)
}

func (place *shelf) write(name string, page *written) error {
	bytes, err := json.Marshal(page)
	if err != nil {
		return err
	}
	return os.WriteFile(place.file(name), bytes, 0o600)
}

func (place *shelf) names() ([]string, error) {
	entries, err := os.ReadDir(place.folder)
	names := []string{}
	for _, entry := range entries {
		if name, found := strings.CutSuffix(entry.Name(), ".json"); found {
			names = append(names, name)
		}
	}
	return names, err
}

type shout struct{}

func (shout) Metadata(_ context.Context, _ function.MetadataRequest, answer *function.MetadataResponse) {
	answer.Name = "shout"
}

func (shout) Definition(_ context.Context, _ function.DefinitionRequest, answer *function.DefinitionResponse) {
	answer.Definition = function.Definition{
		Parameters: []function.Parameter{function.StringParameter{Name: "words"}},
		Return:     function.StringReturn{},
	}
}

func (shout) Run(ctx context.Context, ask function.RunRequest, answer *function.RunResponse) {
	var words string
	answer.Error = function.ConcatFuncErrors(ask.Arguments.Get(ctx, &words))
	if answer.Error == nil {
		answer.Error = answer.Result.Set(ctx, strings.ToUpper(words)+"!")
	}
}
